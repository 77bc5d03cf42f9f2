import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database, MigrationFolder } from '#core/db';
import type { BoundRoute } from '#core/http';
import type { JobKind, Jobs } from '#core/jobs';
import type { Personal } from '#core/personal';
import type { Cases } from '#engines/cases';
import type { InstrumentLibrary, Sheets } from '#engines/instruments';
import { type Admission, admissionMigrations, bindAdmission, placingJob } from '#modules/admission';
import type { Balance } from '#modules/balance';
import { bindCampaigns, type Campaigns, campaignsMigrations } from '#modules/campaigns';
import type { Conditions } from '#modules/conditions';
import { bindForms, type Forms, formsMigrations } from '#modules/forms';
import type { Organization } from '#modules/organization';
import type { Plans } from '#modules/plans';
import { bindPractice, type Practice, practiceMigrations } from '#modules/practice';
import { openAdmission } from './admission.ts';
import { openCampaigns } from './campaigns.ts';
import { openForms } from './forms.ts';
import { indicatorsOver } from './plans.ts';
import { openPractice } from './practice.ts';

/** What an authority undertakes with schools and families beside the yearly evaluation: forms it asks, campaigns, pilots and examples, admission. */
export interface Initiatives {
  readonly forms: Forms;
  readonly campaigns: Campaigns;
  readonly practice: Practice;
  readonly admission: Admission;
}

export const initiativesMigrations: readonly MigrationFolder[] = [
  formsMigrations,
  campaignsMigrations,
  practiceMigrations,
  admissionMigrations,
];

/** Opens them and registers their kinds of case; before `cases.start`. */
export async function openInitiatives(given: {
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly cases: Cases;
  readonly sheets: Sheets;
  readonly library: InstrumentLibrary;
  readonly organization: Organization;
  readonly conditions: Conditions;
  readonly balance: Balance;
  readonly plans: Plans;
  readonly personal: Personal;
  readonly jobs: () => Jobs;
  readonly now: () => Date;
}): Promise<{
  readonly initiatives: Initiatives;
  readonly routes: readonly BoundRoute[];
  readonly jobs: readonly JobKind[];
}> {
  const { conditions, balance, ...parts } = given;
  const initiatives: Initiatives = {
    forms: await openForms({ ...parts, dictionary: conditions.catalogue.library.dictionary }),
    campaigns: openCampaigns(parts),
    practice: openPractice({ ...parts, indicators: indicatorsOver(balance, conditions) }),
    admission: await openAdmission(parts),
  };
  const { forms, campaigns, practice, admission } = initiatives;
  return {
    initiatives,
    routes: [...bindForms(forms), ...bindCampaigns(campaigns), ...bindPractice(practice), ...bindAdmission(admission)],
    jobs: [placingJob(() => admission.doors)],
  };
}
