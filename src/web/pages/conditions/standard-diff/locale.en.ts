import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Standards compared',
  answer: (n) => (n === '1' ? 'The two standards differ in one place.' : `The two standards differ in ${n} places.`),
  same: 'The two standards are the same.',
  subject: (from, to) => `${from} → ${to}`,
  list: 'Differences',
  what: 'Item',
  kind: 'Change',
  kinds: { added: 'Added', removed: 'Removed', changed: 'Changed' },
  field: 'Field',
  before: 'Before',
  after: 'After',
  back: 'Back to the standard',
};
