import type { SurveyResult } from '#engines/instruments';
import { toShown } from '#standards';

/**
 * What a survey says about satisfaction as a whole: its first score in per cent, with how it came about; null where too few answered.
 */
export function surveyEvidence({ survey, compiled, count }: SurveyResult): {
  readonly answer: number;
  readonly evidence: string;
} | null {
  const [score] = count.scores;
  if (score === undefined || score.share === null) return null;
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  const interval =
    score.interval === null ? '' : `，95% 区间 ${percent(score.interval.from)}–${percent(score.interval.to)}`;
  const { id, version } = compiled.instrument;
  const wanted = count.wanted === null ? '' : `（应收 ${count.wanted} 份）`;
  return {
    answer: toShown(score.share, 'share'),
    evidence: `问卷“${survey.title}”（${id} 第 ${version} 版，${survey.opensOn} 至 ${survey.closesOn}）：收到 ${count.responses} 份${wanted}，有效 ${score.counted} 份，满意 ${percent(score.share)}${interval}`,
  };
}
