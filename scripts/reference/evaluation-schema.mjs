import { z } from 'zod';
import { evaluationReport } from '#contracts/balance';

/** JSON Schema of what `junheng evaluate --json` prints, from the contract itself. */
export function evaluationSchema() {
  const schema = z.toJSONSchema(evaluationReport, { target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'junheng evaluate --json', ...schema }, null, 2)}\n`;
}
