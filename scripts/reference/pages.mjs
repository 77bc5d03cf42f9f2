import { errorsPage } from './errors.mjs';
import { measuresPage } from './measures.mjs';
import { settingsPage } from './settings.mjs';

/** Every generated reference page: file name and text. */
export async function referencePages() {
  return [
    ['errors.md', await errorsPage()],
    ['measures.md', measuresPage()],
    ['settings.md', await settingsPage()],
  ];
}
