import * as z from 'zod/mini';

// Extension pages forbid `eval`; without this zod tries it once per schema and the CSP reports it.
z.config({ jitless: true });

export { z };
