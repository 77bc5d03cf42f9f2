import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'The three schools of every town',
  answer: (complete, all) => `${complete} of ${all} towns have all three.`,
  hint: 'The register does not mark the central school: it is read as the town’s largest public kindergarten and primary school; all public boarding schools are listed.',
  township: 'Town',
  kinds: {
    kindergarten: 'Central kindergarten',
    primary: 'Central primary school',
    boarding: 'Public boarding schools',
  },
  missing: 'missing',
  gaps: (open) => ` (${open} open)`,
  caption: 'Towns',
};
