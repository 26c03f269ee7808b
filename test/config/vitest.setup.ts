// Node has no `Temporal` of its own yet, and no IndexedDB; the browsers that the extension runs in have.
import 'temporal-polyfill/global';
// Before any module of ours: Dexie takes what is there when it is loaded.
import 'fake-indexeddb/auto';
import fc from 'fast-check';

// The same draws for everybody, so that a red run tells of the change in it; `STAFET_SEED=n npm test` draws others.
fc.configureGlobal({ seed: Number(process.env['STAFET_SEED'] ?? 1) });
