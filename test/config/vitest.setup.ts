// Node has no `Temporal` of its own yet, and no IndexedDB; the browsers that the extension runs in have.
import 'temporal-polyfill/global';
// Before any module of ours: Dexie takes what is there when it is loaded.
import 'fake-indexeddb/auto';
