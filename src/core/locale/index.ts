export { fill, fillText, type Placeholder } from './fill.ts';
export { negotiateLanguage } from './negotiate.ts';
export { type Language, type LocalText, textIn } from './text.ts';
