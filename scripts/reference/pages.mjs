import { commandsPage } from './commands.mjs';
import { errorsPage } from './errors.mjs';
import { evaluationSchema } from './evaluation-schema.mjs';
import { measuresPage } from './measures.mjs';
import { openApiPage } from './open-api.mjs';
import { securityPage } from './security.mjs';
import { settingsPage } from './settings.mjs';
import { standardsPage } from './standards.mjs';

/** Every generated reference page: file name and text. */
export async function referencePages() {
  return [
    ['commands.md', await commandsPage()],
    ['errors.md', await errorsPage()],
    ['evaluation.schema.json', evaluationSchema()],
    ['measures.md', measuresPage()],
    ['openapi.json', await openApiPage()],
    ['security.md', securityPage()],
    ['settings.md', await settingsPage()],
    ['standards.md', await standardsPage()],
  ];
}
