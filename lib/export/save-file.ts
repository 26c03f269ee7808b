/** Hands the user a file made here, in the browser: nothing is sent anywhere. */
export function saveFile(name: string, type: string, parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by then; the blob would stay in memory as long as the page does.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
