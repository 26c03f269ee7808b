/** Names of what the guard tells the surfaces. In `storage.session`: the fault that keeps the store from writing. */
export const faultKey = 'storeError';
/** In `storage.local`: what became of a store that was lost, until the user has taken note. */
export const outcomeKey = 'restored';
/** In `storage.local`: since when there is one copy only. */
export const secondCopyKey = 'secondCopy';
