import { admissionRoutes } from '#contracts/admission';
import { auditRoutes } from '#contracts/audit';
import { balanceRoutes } from '#contracts/balance';
import { campaignsRoutes } from '#contracts/campaigns';
import { caseworkRoutes } from '#contracts/casework';
import { conditionsRoutes } from '#contracts/conditions';
import { filesRoutes } from '#contracts/files';
import { formsRoutes } from '#contracts/forms';
import { instrumentsRoutes } from '#contracts/instruments';
import { jobsRoutes } from '#contracts/jobs';
import { ledgerRoutes } from '#contracts/ledger';
import { organizationRoutes } from '#contracts/organization';
import { peopleRoutes } from '#contracts/people';
import { plansRoutes } from '#contracts/plans';
import { practiceRoutes } from '#contracts/practice';
import { qualityRoutes } from '#contracts/quality';
import { recognitionRoutes } from '#contracts/recognition';
import { seatsRoutes } from '#contracts/seats';
import { signInRoutes } from '#contracts/sign-in';
import { openApiOf, type Routes } from '#core/http';
import { hoistDefinitions } from './hoist-definitions.ts';
import { version } from './version.ts';

const described: readonly { readonly name: string; readonly description: string; readonly routes: Routes }[] = [
  {
    name: 'organization',
    description: 'Areas, schools and school years; import and export of what they report.',
    routes: organizationRoutes,
  },
  {
    name: 'conditions',
    description: 'What is required: standards, their clauses, editions and differences.',
    routes: conditionsRoutes,
  },
  {
    name: 'ledger',
    description: 'The gaps of schools, what is done about them, and whether the next figures say it helped.',
    routes: ledgerRoutes,
  },
  {
    name: 'seats',
    description: 'How many children come, how many can sit, where it runs short, and what housing owes.',
    routes: seatsRoutes,
  },
  {
    name: 'admission',
    description:
      'Rounds of admission: rules, look-up of schools, applications, checking, the public draw and its results.',
    routes: admissionRoutes,
  },
  {
    name: 'balance',
    description: 'Whether an area meets a standard, what stops it, and how each number came about.',
    routes: balanceRoutes,
  },
  {
    name: 'plans',
    description: 'Clauses of the policy, plans with targets and yearly tasks, the roadmap to recognition.',
    routes: plansRoutes,
  },
  {
    name: 'recognition',
    description: 'Applications for recognition: self-assessment, what each level found, the sample drawn, the result.',
    routes: recognitionRoutes,
  },
  {
    name: 'forms',
    description: 'The data collection register: what schools are asked to fill in, by whom, and the hours it costs.',
    routes: formsRoutes,
  },
  {
    name: 'campaigns',
    description: 'One checklist, every school of an area visited, what was found mended and checked again.',
    routes: campaignsRoutes,
  },
  {
    name: 'practice',
    description: 'Pilots from application to conclusion; examples reviewed, published for anybody and withdrawn.',
    routes: practiceRoutes,
  },
  {
    name: 'casework',
    description: 'My tasks, cases of every kind and notices: what is asked of whom, what was done, by when.',
    routes: caseworkRoutes,
  },
  {
    name: 'instruments',
    description: 'Rubrics, checklists and surveys: what is asked, sheets answered on and off line, anonymous surveys.',
    routes: instrumentsRoutes,
  },
  {
    name: 'files',
    description: 'Evidence that people upload: judged, pictures drawn anew, bound to a record.',
    routes: filesRoutes,
  },
  {
    name: 'quality',
    description: 'Rounds of evaluation by the guides: self-score, external score, comparison, rectification.',
    routes: qualityRoutes,
  },
  {
    name: 'jobs',
    description: 'Long work: how far it is, its answer, and cancelling it.',
    routes: jobsRoutes,
  },
  {
    name: 'people',
    description:
      'Who may do what: people, roles and grants, delegation, emergencies, and acting as another in a trial.',
    routes: peopleRoutes,
  },
  {
    name: 'signIn',
    description: 'Signing in and out, one-time links, the identity provider, one’s own account and sessions.',
    routes: signInRoutes,
  },
  {
    name: 'audit',
    description: 'Who did what, when, from where, with what result; and whether the trail is whole.',
    routes: auditRoutes,
  },
];

/** The OpenAPI 3.1 document of every route, made from the contracts. The errors are those of the modules loaded. */
export function apiDocument(): Record<string, unknown> {
  // Only the declarations are described; nobody is asked.
  const handle = () => Promise.resolve(null);
  const routes = described.flatMap((module) =>
    Object.entries(module.routes).map(([name, declaration]) => ({ name, declaration, handle })),
  );
  const document = openApiOf(routes, {
    title: 'Junheng 均衡',
    version,
    description:
      'Every figure here is the one on screen and in an export. Times are UTC; a school year is the calendar year in which it begins; costs and payments are in fen, reported measures in the unit of the dictionary (money in yuan with whole fen); shares are 0 to 1; null is "not reported". A refusal is problem+json with a stable code.',
  });
  return {
    ...hoistDefinitions(document),
    // One machine, one operator: nobody signs in.
    security: [],
    tags: described.map(({ name, description }) => ({ name, description })),
  };
}
