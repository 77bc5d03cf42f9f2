import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database, MigrationFolder } from '#core/db';
import type { BoundRoute } from '#core/http';
import type { Cases } from '#engines/cases';
import type { InstrumentLibrary, Sheets } from '#engines/instruments';
import type { Balance } from '#modules/balance';
import { bindCampaigns, type Campaigns, campaignsMigrations } from '#modules/campaigns';
import type { Conditions } from '#modules/conditions';
import { bindForms, type Forms, formsMigrations } from '#modules/forms';
import type { Organization } from '#modules/organization';
import type { Plans } from '#modules/plans';
import { bindPractice, type Practice, practiceMigrations } from '#modules/practice';
import { openCampaigns } from './campaigns.ts';
import { openForms } from './forms.ts';
import { indicatorsOver } from './plans.ts';
import { openPractice } from './practice.ts';

/** What an authority undertakes with its schools beside the yearly round: forms it asks, campaigns, pilots and examples. */
export interface Initiatives {
  readonly forms: Forms;
  readonly campaigns: Campaigns;
  readonly practice: Practice;
}

export const initiativesMigrations: readonly MigrationFolder[] = [
  formsMigrations,
  campaignsMigrations,
  practiceMigrations,
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
  readonly now: () => Date;
}): Promise<{ readonly initiatives: Initiatives; readonly routes: readonly BoundRoute[] }> {
  const { conditions, balance, ...parts } = given;
  const initiatives: Initiatives = {
    forms: await openForms({ ...parts, dictionary: conditions.catalogue.library.dictionary }),
    campaigns: openCampaigns(parts),
    practice: openPractice({ ...parts, indicators: indicatorsOver(balance, conditions) }),
  };
  const { forms, campaigns, practice } = initiatives;
  return { initiatives, routes: [...bindForms(forms), ...bindCampaigns(campaigns), ...bindPractice(practice)] };
}
