import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drawnPages, filesOf } from '../pages/draw/drawn';

/*
 * Writes the stored pages of the CRMs that are known by name: `npx tsx test/tools/draw-pages.ts`. A test holds the files
 * to what is drawn, so it is run whenever the drawing changes.
 */

const root = resolve(import.meta.dirname, '../pages');
for (const crm of new Set(drawnPages.map((page) => page.crm))) {
  const folder = join(root, crm);
  if (existsSync(folder)) rmSync(folder, { recursive: true });
}
for (const page of drawnPages) {
  const folder = join(root, page.crm, page.name);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(filesOf(page))) writeFileSync(join(folder, name), text);
}
console.log(`${drawnPages.length} pages are written.`);
