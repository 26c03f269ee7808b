// Node has no `Temporal` of its own yet; the browsers that the extension runs in have.
import 'temporal-polyfill/global';
// Nor has it a store, and Dexie looks for one as soon as it is loaded.
import 'fake-indexeddb/auto';
