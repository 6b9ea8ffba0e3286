// Cairo (OFL), cut to the letters and weights the market uses: two files of about 20 KB instead of 80 in all.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const version = '5.3.0';
const source = 'node_modules/@fontsource-variable/cairo/files';
const target = '../../src/Souq.Web/wwwroot/fonts';
const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));

const letters = {
  latin: range(0x20, 0x7e) + range(0xa0, 0xff) + 'ŒœŸıʼ–—‘’“”„†•…‹›€™−\u2009\u202f\u200e\u200f→←↑↓×',
  arabic: range(0x600, 0x6ff) + range(0x750, 0x77f) + '\u200c\u200d\u200e',
};

for (const [script, text] of Object.entries(letters)) {
  const whole = readFileSync(`${source}/cairo-${script}-wght-normal.woff2`);
  const part = await subsetFont(whole, text, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } } });
  writeFileSync(`${target}/cairo-${script}-${version}.woff2`, part);
  console.log(script, part.length);
}
