import type { Words } from '#standards';
import type { PlannedRemedy } from './remedy/plan-remedy.ts';
import type { RemedyQuestion } from './remedy/remedy-task.ts';

/** What a reader must know to use the plan rightly. */
export function remedyNotes(question: RemedyQuestion, { solved }: PlannedRemedy): Words[] {
  const { input } = question;
  const notes: Words[] = [];
  const missing = solved.flatMap(({ task }) => task.missing);
  if (missing.length > 0) {
    const names = [...new Set(missing.map(({ unit }) => input.units.name[unit] as string))];
    notes.push({
      zh: `${names.length} 所学校数据不全，未列入方案：${names.slice(0, 10).join('、')}${names.length > 10 ? ' 等' : ''}`,
      en: `${names.length} schools have not reported everything and are left out: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}`,
    });
  }
  for (const { task, result } of solved) {
    if (result.kind !== 'infeasible') continue;
    const k = task.problem.indicators;
    for (const at of result.coefficients) {
      const [stage, cost] = [task.stages[Math.floor(at / k)], task.costs[at % k]];
      notes.push({
        zh: `${input.areas.name[task.area]}：${cost?.indicator} 的校际差异系数（${stage}）无论增加多少都不能达标`,
        en: `${input.areas.name[task.area]}: no addition brings the coefficient of ${cost?.indicator} (${stage}) inside its limit`,
      });
    }
  }
  if (
    solved.some(({ task }) =>
      task.isShared.some((shared, j) => shared && isDivided(task.problem.share, task.problem.indicators, j)),
    )
  ) {
    notes.push({
      zh: '一贯制学校和完全中学的校舍、场地、设备、多媒体教室按全校增加，再由标准按学段折算',
      en: 'Rooms, grounds, equipment and multimedia rooms of mixed schools are added to the whole school and divided among its stages by the standard',
    });
  }
  notes.push({
    zh: '同一名教师可同时计入多项指标；这里逐项计价，实际所需可能更少',
    en: 'One teacher may count in several indicators; here each is priced on its own, so that the real need may be smaller',
  });
  if (solved.some(({ pieces }) => pieces.length > 0)) {
    notes.push({
      zh: '方案已由同一评估程序复核：列入的学校和差异系数全部达标',
      en: 'Checked by evaluating it: with the plan in place every school in it and every coefficient is inside the rule',
    });
  }
  return notes;
}

function isDivided(share: Float64Array, k: number, indicator: number): boolean {
  for (let c = indicator; c < share.length; c += k) if (share[c] !== 1) return true;
  return false;
}
