// There so that a popup can be opened from a worker, as Stafet's is. A listener, so that it is registered at all.
chrome.runtime.onInstalled.addListener(() => {});
