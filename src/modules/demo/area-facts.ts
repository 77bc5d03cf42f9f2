import { inhabitantsPerPupil } from './calibration.ts';
import type { DemoFact, DemoUnit } from './model.ts';
import type { Random } from './random.ts';

/** What a county itself reports, in keeping with its schools' reports. */
export function reportCounty(units: readonly DemoUnit[], facts: readonly DemoFact[], random: Random): DemoFact[] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const sum = (measure: string, where: (unit: DemoUnit, fact: DemoFact) => boolean = () => true) =>
    facts.reduce((total, fact) => {
      const unit = fact.measure === measure ? unitOf.get(fact.unitId) : undefined;
      return unit !== undefined && where(unit, fact) ? total + fact.value : total;
    }, 0);
  const compulsory = (_: DemoUnit, fact: DemoFact) => fact.stage === 'primary' || fact.stage === 'junior';
  const children = sum('students', (_, fact) => fact.stage === 'kindergarten');
  const pupils = sum('students', compulsory);
  const seniorPlaces = Math.round(sum('entrants', (_, fact) => fact.stage === 'senior') * 0.55);
  const migrants = sum('migrantStudents', compulsory);
  const inPublic = sum('migrantStudents', (unit, fact) => compulsory(unit, fact) && unit.ownership === 'public');
  const graduates = sum('graduates', (_, fact) => fact.stage === 'junior');
  const transfersIn = Math.round(graduates * 0.021);
  const transfersOut = Math.round(graduates * 0.034);
  const disabled = Math.round(pupils * 0.0068);
  const civilPay = random.whole(88, 118) * 1_000;
  const values: Readonly<Record<string, number>> = {
    residentPopulation: Math.round((children + pupils) * inhabitantsPerPupil * random.factor(0.08)),
    preschoolAgePopulation: Math.round(children / random.between(0.9, 0.96)),
    averageTeacherPayYuan: Math.round(civilPay * random.between(1.004, 1.06)),
    averageCivilServantPayYuan: civilPay,
    qualitySeniorPlaces: seniorPlaces,
    qualitySeniorQuotaPlaces: Math.ceil(seniorPlaces * random.between(0.51, 0.66)),
    eligibleMigrantChildren: migrants,
    migrantChildrenInPublicSchools: inPublic,
    migrantChildrenInPurchasedPlaces: Math.round((migrants - inPublic) * 0.4),
    juniorCohortIntake: Math.round((graduates - transfersIn + transfersOut) / random.between(0.955, 0.99)),
    juniorCohortGraduates: graduates,
    juniorTransfersIn: transfersIn,
    juniorTransfersOut: transfersOut,
    juniorDeaths: Math.round(graduates * 0.0003),
    disabledChildren: disabled,
    disabledChildrenEnrolled: Math.ceil(disabled * random.between(0.965, 0.99)),
    kindergartenPublicFundingYuan: random.whole(60, 78) * 10,
    specialSchools: units.filter((unit) => unit.category === 'special').length,
    ruralSchools: units.filter((unit) => unit.urbanRural === 'rural' && unit.category !== 'kindergarten').length,
    ruralSchoolsPaired: units.filter((unit) => unit.urbanRural === 'rural' && unit.category !== 'kindergarten').length,
  };
  return Object.entries(values).map(([measure, value]) => ({ unitId: '', stage: 'all', measure, value }));
}
