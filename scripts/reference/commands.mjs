import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../steps/root.mjs';
import { generated } from './markdown.mjs';

/** The help of every command, as the program itself prints it. */
export async function commandsPage() {
  const { buildProgram } = await import(pathToFileURL(join(root, 'src/cli/program.ts')));
  const sections = listed(buildProgram(), []).map(
    ({ path, help }) => `## ${path.join(' ')}\n\n\`\`\`\n${help.trimEnd()}\n\`\`\``,
  );
  return `${generated}
# Commands

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input refused.

${sections.join('\n\n')}
`;
}

function listed(command, above) {
  const path = [...above, command.name()];
  command.configureHelp({ helpWidth: 120 });
  let help = '';
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  return [{ path, help }, ...command.commands.flatMap((child) => listed(child, path))];
}
