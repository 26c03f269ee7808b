/** Text for markup, with everything in it that would be markup itself escaped. */
export function esc(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A whole page. @param head What stands in its head besides the title. */
export function document(body: string, { lang = '', head = '', classes = '' } = {}): string {
  const language = lang === '' ? '' : ` lang="${lang}"`;
  return `<!doctype html>\n<html${language}>\n<head><meta charset="utf-8"><title>CRM</title>${head}</head>\n<body${classes === '' ? '' : ` class="${classes}"`}>\n${body}\n</body>\n</html>\n`;
}

/** An element whose content is drawn in an open shadow root of its own. */
export function shadow(tag: string, content: string, attributes = ''): string {
  return `<${tag}${attributes && ` ${attributes}`}><template shadowrootmode="open">${content}</template></${tag}>`;
}
