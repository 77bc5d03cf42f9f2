import { parseCaseName } from '#engines/cases';
import { demoCountyCode } from '#modules/demo';
import type { Application } from './application.ts';
import { writeDemoCampaign } from './demo-campaign.ts';
import { dayFrom, demoEvidence, demoPerson } from './demo-people.ts';

const standard = 'CN-CQB-2017';

/** A plan, a roadmap, a campaign, two forms, a pilot and a published example for the invented county, through the doors people use. */
export async function writeDemoPlanning(application: Application): Promise<void> {
  const { balance } = application;
  const county = demoCountyCode;
  const { coefficients, indicators } = await balance.overview(county, { standard });
  const nameOf = (id: string) => indicators.find((one) => one.id === id)?.name.zh ?? id;
  await writePlan(application, county, coefficients, nameOf);
  await writeForms(application, county);
  await writeDemoCampaign(application, county);
  await writePractice(application, county, coefficients);
}

type Coefficients = Awaited<ReturnType<Application['balance']['overview']>>['coefficients'];

/** Targets where the county is furthest from the line, one whose number the text leaves blank, tasks with departments. */
async function writePlan(
  { plans, now }: Application,
  county: string,
  coefficients: Coefficients,
  nameOf: (indicator: string) => string,
): Promise<void> {
  const at = now();
  const year = at.getUTCFullYear();
  const officer = { principal: demoPerson(county, 'county-officer'), at };
  const made = await plans.create(
    county,
    {
      unit: null,
      kind: 'development',
      title: `${year}—${year + 2} 年优质均衡推进规划（虚构）`,
      basis: '关于构建优质均衡的基本公共教育服务体系的意见',
      fromYear: year,
      toYear: year + 2,
      follows: null,
    },
    officer,
  );
  const target = { direction: 'atMost', unit: '', dueYear: year + 2, follows: null } as const;
  const task = { target: null, milestone: null, supporting: ['finance'], evidence: '会议纪要和到位凭证' };
  for (const [nth, title] of ['补齐薄弱学校教学仪器设备', '骨干教师交流到薄弱学校任教'].entries()) {
    await plans.putTask(
      county,
      made.id,
      null,
      {
        ...task,
        clause: nth === 0 ? 'A1e' : 'A3d',
        year: year + nth,
        title,
        lead: 'education',
        dueOn: `${year + nth}-12-20`,
      },
      officer,
    );
  }
  await plans.putTarget(
    county,
    made.id,
    null,
    {
      ...target,
      clause: 'C0b',
      title: '建成城乡教育共同体的个数',
      measuredBy: null,
      direction: 'atLeast',
      value: null,
    },
    officer,
  );
  await plans.putTarget(
    county,
    made.id,
    null,
    {
      ...target,
      clause: 'A1c',
      title: '标准化建设台账销号率',
      measuredBy: null,
      direction: 'atLeast',
      unit: '%',
      value: 90,
    },
    officer,
  );
  for (const { indicator, stage, limit } of coefficients.slice(0, 1)) {
    await plans.putTarget(
      county,
      made.id,
      null,
      {
        ...target,
        clause: 'B10a',
        title: `${nameOf(indicator)}的校际差异系数不高于 ${limit}`,
        measuredBy: { standard, indicator, stage },
        value: limit,
      },
      officer,
    );
  }
  await plans.act(county, made.id, 'issue', '', officer);
  await plans.setRoadmap(
    county,
    {
      standard,
      targetYear: year + 2,
      setBy: county,
      responsible: '分管副县长',
      document: '推进方案（虚构）',
      signedOn: dayFrom(at, -30),
      recognisedOn: null,
    },
    officer,
  );
}

/** One form in force, one waiting for review. */
async function writeForms({ forms, cases, now }: Application, county: string): Promise<void> {
  const at = now();
  const planner = demoPerson(county, 'county-planner');
  const shared = { stages: ['primary', 'junior'] as ('primary' | 'junior')[], fromOn: dayFrom(at, -80) };
  const made = await forms.request(
    county,
    {
      ...shared,
      title: '校园安全月报（虚构）',
      office: 'public-security',
      basis: '县平安校园建设工作方案（虚构）',
      why: '掌握隐患排查和整改，联合督办',
      frequency: 'monthly',
      minutes: 25,
      untilOn: dayFrom(at, 280),
      fields: [
        { name: '在校生数', source: 'measure:students' },
        { name: '本月排查隐患处数', source: null },
        { name: '本月完成整改处数', source: null },
        { name: '保安员到岗情况', source: null },
      ],
    },
    planner,
  );
  await cases.act(demoPerson(county, 'county-officer'), { county, id: made.id }, 'approve');
  await forms.request(
    county,
    {
      ...shared,
      title: '近视防控工作学期统计（虚构）',
      office: 'health',
      basis: '儿童青少年近视防控年度任务（虚构）',
      why: '安排视力筛查和复查',
      frequency: 'termly',
      minutes: 40,
      untilOn: dayFrom(at, 300),
      fields: [
        { name: '班级数', source: 'measure:classes' },
        { name: '本学期完成视力筛查场次', source: null },
        { name: '教室灯光改造间数', source: null },
      ],
    },
    planner,
  );
}

/** A published example whose effect is read from the evaluation, and a pilot that waits for the city. */
async function writePractice(application: Application, county: string, coefficients: Coefficients): Promise<void> {
  const { practice, cases, now } = application;
  const at = now();
  const year = at.getUTCFullYear();
  const planner = demoPerson(county, 'county-planner');
  const city = demoPerson(`${county.slice(0, 4)}00`, 'city-officer');
  const officer = demoPerson(county, 'county-officer');
  const closing = coefficients.find(({ coefficientOfVariation: value, previous }) => (previous ?? 0) > (value ?? 0));
  const measured = closing ?? coefficients[0];
  const proposed = await practice.proposeExample(
    county,
    {
      title: '县管校聘：骨干教师每周两天到乡村学校任教（虚构）',
      unit: null,
      clause: 'A3d',
      problem: '城区学校骨干教师集中，乡村学校缺少学科带头人。',
      practice:
        '县里统一核编，骨干教师人事关系留县、岗位到校；每周两天到结对的乡村学校上课和带教研。\n课表、交通和补贴由县统一安排。',
      effect: '校际差异系数连续缩小，乡村学校学生外流减少。',
      measuredBy:
        measured === undefined
          ? null
          : { standard, indicator: measured.indicator, stage: measured.stage, fromYear: year - 1, toYear: year },
      files: await demoEvidence(application, officer, { area: county, name: '实施方案（虚构）.docx' }),
    },
    planner,
  );
  const example = parseCaseName(proposed.case);
  if (example !== undefined) await cases.act(city, example, 'publish');
  const applied = await practice.applyForPilot(
    county,
    {
      title: '融合教育资源中心县域试点（虚构）',
      unit: null,
      clause: 'B15b',
      goal: '每个乡镇有一间达标资源教室，巡回指导覆盖全部随班就读学生。',
      measures: '县资源中心统一排课，特教教师走教，医教结合评估。',
      fromOn: dayFrom(at, 40),
      midtermOn: dayFrom(at, 220),
      untilOn: dayFrom(at, 400),
    },
    planner,
  );
  const pilot = parseCaseName(applied.case);
  if (pilot !== undefined) await cases.act(officer, pilot, 'passCounty');
}
