/** What stands in a pack for whoever opens it without knowing the product. */
export function readMe(about: {
  readonly areaName: string;
  readonly schoolYear: number;
  readonly standard: string;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly stage: string;
}): string {
  const { areaName, schoolYear, standard, indicator, indicatorName, stage } = about;
  return `${areaName} ${schoolYear}—${schoolYear + 1} ${standard} ${indicator} ${indicatorName} (${stage})

佐证包 · Evidence pack

values.csv           各校的值、标准值和结论 · the value, line and verdict of every school
sources.csv          填报的数及其来源单元格 · the figures reported and the cells they were read from
formula.json         公式及代入的数值 · the formula with the values in it
signals.json         数据真实性疑点及人工判断 · signals of false data and what people judged
evaluation.snapshot  整个评估，可复算 · the whole evaluation, to be computed again
manifest.json        每个文件的 SHA-256 · SHA-256 of every file
signature.json       对 manifest.json 的 Ed25519 签名 · Ed25519 signature over manifest.json

核验 · To check on any machine:  junheng verify <this file>
请通过其他途径与出具单位核对公钥指纹。
Compare the fingerprint of the key with the one that the issuer names by another way.
`;
}
