import { reportCounty } from './area-facts.ts';
import type { CountyPlace } from './areas.ts';
import { attest } from './attestations.ts';
import { spread } from './calibration.ts';
import { openConditions, reportConditions } from './condition-facts.ts';
import { layOutTownships } from './county-map.ts';
import { planDemoCounty } from './demo-county.ts';
import type { DemoClass, DemoCounty, DemoFact, DemoOptions, DemoStaff, DemoUnit, DemoYear } from './model.ts';
import { planOrdinaryCounty } from './ordinary-county.ts';
import { type CountyCharacter, furnish } from './premises.ts';
import { openRandom, type Random } from './random.ts';
import { registerUnits } from './register-units.ts';
import { reportFacts } from './school-facts.ts';
import { type Put, plannedStages, type SchoolPlan } from './school-plan.ts';
import { listStaff, staffNumber } from './staff-rows.ts';
import { reportStage } from './stage-report.ts';

/** Makes one county with all of its years; the first county of every size is the demo county. */
export function generateCounty(place: CountyPlace, options: DemoOptions): DemoCounty {
  const { seed, years, detail } = options;
  const plan = place.index === 0 ? planDemoCounty() : planOrdinaryCounty(openRandom(seed, 2, place.index));
  const townships = layOutTownships(place);
  const { legalPersons, units } = registerUnits(place, townships, plan, openRandom(seed, 3, place.index));
  const character = characterOf(place.index, openRandom(seed, 4, place.index));
  const unitIds = units.map((unit) => unit.id);
  const lastYear = years.at(-1);
  return {
    area: place.area,
    townships: townships.map((t) => t.area),
    legalPersons,
    units,
    years: years.map((year): DemoYear => {
      const made: Made = { classes: [], staff: [], facts: [] };
      units.forEach((unit, i) => {
        const school = plan[i];
        if (school === undefined) return;
        reportSchool(
          school,
          unit,
          { seed, county: place.index, school: i, year, latest: year === lastYear, character, detail, unitIds },
          made,
        );
      });
      const area =
        detail === 'resources' ? [] : reportCounty(units, made.facts, openRandom(seed, 6, place.index, year));
      const attestations = detail === 'rows' ? [...attest(units, year === lastYear)] : [];
      return { schoolYear: year, ...made, facts: [...made.facts, ...area], attestations };
    }),
  };
}

function characterOf(county: number, random: Random): CountyCharacter {
  const wealth = random.factor(spread.county);
  const unevenness = random.factor(spread.unevenness);
  return county === 0 ? { wealth: 1, unevenness: 1 } : { wealth, unevenness };
}

interface Made {
  readonly classes: DemoClass[];
  readonly staff: DemoStaff[];
  readonly facts: DemoFact[];
}

interface Occasion {
  readonly seed: number;
  readonly county: number;
  readonly school: number;
  readonly year: number;
  readonly latest: boolean;
  readonly character: CountyCharacter;
  readonly detail: DemoOptions['detail'];
  readonly unitIds: readonly string[];
}

function reportSchool(plan: SchoolPlan, unit: DemoUnit, occasion: Occasion, made: Made): void {
  const { seed, county, school, latest, character, detail } = occasion;
  const peculiarity = plan.peculiarity ?? {};
  const year = latest && peculiarity.repeatsReport === true ? occasion.year - 1 : occasion.year;
  const habits = openRandom(seed, 5, county, school);
  const mood = openRandom(seed, 7, county, school, year);
  const reports = plannedStages(plan).map((stage) =>
    reportStage(plan, stage, { year, habits, mood }, character.unevenness),
  );
  const premises = furnish(plan, reports, year, habits, character);
  const missing = latest ? (peculiarity.missing ?? []) : [];
  const put: Put = (stage, measure, value) => {
    if (missing.includes(measure) || (stage !== 'all' && !unit.stages.includes(stage))) return;
    let reported = value;
    if (latest && measure === 'students') reported += peculiarity.overstatedPupils ?? 0;
    if (latest && measure === 'books') reported *= peculiarity.mistypedBooks ?? 1;
    made.facts.push({ unitId: unit.id, stage, measure, value: reported });
  };
  reportFacts(plan, reports, premises, { detail, year, habits, mood }, put);
  if (detail !== 'resources') {
    const random = openConditions(seed, county, school);
    reportConditions({ plan, reports, floorAreaM2: premises.floorAreaM2, year, random }, put);
  }
  if (detail !== 'rows') return;
  for (const report of reports.filter(({ stage }) => unit.stages.includes(stage))) {
    const inGrade = new Map<number, number>();
    for (const { grade, pupils } of report.classes) {
      const number = (inGrade.get(grade) ?? 0) + 1;
      inGrade.set(grade, number);
      const id = `${report.stage}-${grade}-${number}`;
      made.classes.push({ unitId: unit.id, id, stage: report.stage, grade, name: `${grade}（${number}）班`, pupils });
    }
  }
  const other = peculiarity.sharesTeacherWith;
  const sharedWith = other === undefined ? undefined : occasion.unitIds[other];
  const principals = unit.kind === 'teaching-point' ? 0 : 1;
  const alsoListedAs = sharedWith === undefined ? undefined : staffNumber(sharedWith, 2);
  made.staff.push(...listStaff(unit, reports, principals, alsoListedAs));
}
