// One SVG sprite of the icons named in icons.txt (Lucide, ISC) and the market's own drawings in this folder.
import { readFileSync, writeFileSync } from 'node:fs';

const names = readFileSync('icons.txt', 'utf8').split('\n').map(l => l.trim()).filter(l => l && !l.startsWith('#'));
const attributes = 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
// Filled by whoever shows them (--heart, --star), because what is inside a sprite takes no style from the page but its variables.
const filled = { heart: '--heart', star: '--star' };

const symbols = [...new Set(names)].sort().map(name => {
  const drawing = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8');
  const inside = drawing.match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1].replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>');
  const look = filled[name] ? attributes.replace('"none"', `"var(${filled[name]}, none)"`) : attributes;
  return `<symbol id="${name}" ${look}>${inside}</symbol>`;
});
symbols.push(readFileSync('souq.svg', 'utf8').trim());

writeFileSync('../../src/Souq.Web/wwwroot/icons.svg',
  `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Lucide, ISC licence, https://lucide.dev; made by build/assets/icons.mjs -->\n${symbols.join('\n')}\n</svg>\n`);
console.log(symbols.length, 'icons');
