const pointsPerMm = 72 / 25.4;
const twipsPerPoint = 20;

/** Millimetres as PDF points. */
export function mm(length: number): number {
  return length * pointsPerMm;
}

/** Points as twentieths, the unit of docx. */
export function twips(points: number): number {
  return Math.round(points * twipsPerPoint);
}

/**
 * The page of an official document.
 *
 * @source GB/T 9704-2012, 5.1, 5.2 and 7: A4, margins 37 mm above and 28 mm at the binding edge, type area 156 × 225 mm of
 * 22 lines with 28 characters, body in size 3, title in size 2, page number in size 4 set 7 mm below the type area.
 */
export const page = {
  widthPt: mm(210),
  heightPt: mm(297),
  topPt: mm(37),
  leftPt: mm(28),
  textWidthPt: mm(156),
  textHeightPt: mm(225),
  linesPerPage: 22,
  charactersPerLine: 28,
  pageNumberDropPt: mm(7),
} as const;

export const linePt = page.textHeightPt / page.linesPerPage;

/** Chinese type sizes in points. */
export const size = { second: 22, third: 16, fourth: 14, smallFourth: 12, fifth: 10.5, smallFifth: 9 } as const;

/** What is added between the characters of size 3 so that 28 of them fill a line. */
export const bodySpacingPt = page.textWidthPt / page.charactersPerLine - size.third;

/** The typefaces a docx asks for; Word and WPS replace what the machine lacks. */
export const typeface = {
  title: '方正小标宋简体',
  first: '黑体',
  second: '楷体_GB2312',
  body: '仿宋_GB2312',
  number: '宋体',
  latin: 'Times New Roman',
} as const;
