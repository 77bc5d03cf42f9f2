/** What the first sheet of the county workbook says, to the one who fills it in. */
export function guideLines(county: string, year: string): readonly string[] {
  return [
    `${county} ${year} 学年 县级工作簿 / County workbook`,
    '1. 系统里已有的内容都已填好，只需核对和补充。灰色表头不要改动；工作表可以只填需要的几张。',
    '2. 没有发生填 0；不掌握请留空。空白不会当作 0，也不会当作达标。',
    '3. 金额单位是元，面积单位是平方米；如按万元填写，请在数字后写“万元”。',
    '4. 有下拉箭头的格子请从中选择。填错的格子会变红；红色改完再上传，可少一次退回。',
    '5. “学校（单位）”里先有学校，其他表才能用它的标识码。一校多区、教学点各占一行，写明所属学校。',
    '6. 有班级表、教职工表的学校，学生数、班数、教师数由系统汇总，不必重复填。教职工只填编号，不填姓名、身份证号。',
    '7. 上传后先看预览：每一处问题都会指明工作表、行、列和改法；可下载标注版。确认后才会写入，也可撤销。',
    'Everything already known is filled in: check and complete it. Write 0 where there was none and leave blank what is not known. ' +
      'Money is in yuan, areas in square metres. Red cells are wrong. Upload shows every problem by sheet, row and column before anything is written.',
  ];
}
