import type { GradeBands } from '#kernels/projection';
import type { Stage } from '#standards';

/** The stages that children pass one after another; special schools stand beside them. */
export const chainStages = ['kindergarten', 'primary', 'junior', 'senior'] as const satisfies readonly Stage[];
export type ChainStage = (typeof chainStages)[number];

interface ChainGrade {
  readonly id: string;
  readonly stage: ChainStage;
  /** Its number in class rows: 1 to 3 in kindergarten, 1 to 12 through school. */
  readonly number: number;
}

/** Every grade in the order in which children pass them. */
export const gradeChain: readonly ChainGrade[] = [
  ...[1, 2, 3].map((number): ChainGrade => ({ id: `k${number}`, stage: 'kindergarten', number })),
  ...[1, 2, 3, 4, 5, 6].map((number): ChainGrade => ({ id: String(number), stage: 'primary', number })),
  ...[7, 8, 9].map((number): ChainGrade => ({ id: String(number), stage: 'junior', number })),
  ...[10, 11, 12].map((number): ChainGrade => ({ id: String(number), stage: 'senior', number })),
];

/** Grades that children enter from outside school, with their age on the cut-off day. */
export const entryGrades = [
  { grade: 0, age: 3 },
  { grade: 3, age: 6 },
] as const;

export const stageBands: GradeBands = {
  count: chainStages.length,
  of: Int32Array.from(gradeChain, ({ stage }) => chainStages.indexOf(stage)),
};

/** Position in the chain of a class row's grade; -1 where there is none. */
export function chainPosition(stage: string, number: number): number {
  return gradeChain.findIndex((grade) => grade.stage === stage && grade.number === number);
}

const spellings: readonly (readonly string[])[] = [
  ['k1', '小班', '幼儿园小班'],
  ['k2', '中班', '幼儿园中班', 'prek'],
  ['k3', '大班', '幼儿园大班', 'k', 'kindergarten'],
  ...['一', '二', '三', '四', '五', '六'].map((word, at) => [String(at + 1), `${word}年级`, `小学${word}年级`]),
  ...['一', '二', '三'].map((word, at) => [String(at + 7), `${'七八九'[at]}年级`, `初${word}`]),
  ...['一', '二', '三'].map((word, at) => [String(at + 10), `高${word}`, `${['十', '十一', '十二'][at]}年级`]),
];

/** Position in the chain of a grade as people write it: `k1`–`k3`, `1`–`12`, `一年级`, `初一`, `grade 3`; -1 where it is none. */
export function readGrade(text: string): number {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(?:grade|g)[\s_]*0*/, '')
    .replace(/年级$/, (word) => (/^\d/.test(text.trim()) ? '' : word));
  return spellings.findIndex((words) => words.includes(plain));
}
