// Node has no `Temporal` of its own yet; the browsers that the extension runs in have.
import 'temporal-polyfill/global';
