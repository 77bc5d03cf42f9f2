import type { admissionRoutes } from '#contracts/admission';
import type { auditRoutes } from '#contracts/audit';
import type { balanceRoutes } from '#contracts/balance';
import type { campaignsRoutes } from '#contracts/campaigns';
import type { caseworkRoutes } from '#contracts/casework';
import type { conditionsRoutes } from '#contracts/conditions';
import type { filesRoutes } from '#contracts/files';
import type { formsRoutes } from '#contracts/forms';
import type { instrumentsRoutes } from '#contracts/instruments';
import type { jobsRoutes } from '#contracts/jobs';
import type { ledgerRoutes } from '#contracts/ledger';
import type { organizationRoutes } from '#contracts/organization';
import type { peopleRoutes } from '#contracts/people';
import type { plansRoutes } from '#contracts/plans';
import type { practiceRoutes } from '#contracts/practice';
import type { qualityRoutes } from '#contracts/quality';
import type { recognitionRoutes } from '#contracts/recognition';
import type { seatsRoutes } from '#contracts/seats';
import type { signInRoutes } from '#contracts/sign-in';

type Named<Module extends string, Doors> = {
  readonly [Name in keyof Doors & string as `${Module}.${Name}`]: Doors[Name];
};

/** Every route of the contracts the web speaks to, as `module.name`. */
export type Routes = Named<'admission', typeof admissionRoutes> &
  Named<'audit', typeof auditRoutes> &
  Named<'signIn', typeof signInRoutes> &
  Named<'balance', typeof balanceRoutes> &
  Named<'campaigns', typeof campaignsRoutes> &
  Named<'casework', typeof caseworkRoutes> &
  Named<'files', typeof filesRoutes> &
  Named<'forms', typeof formsRoutes> &
  Named<'conditions', typeof conditionsRoutes> &
  Named<'instruments', typeof instrumentsRoutes> &
  Named<'ledger', typeof ledgerRoutes> &
  Named<'jobs', typeof jobsRoutes> &
  Named<'organization', typeof organizationRoutes> &
  Named<'plans', typeof plansRoutes> &
  Named<'recognition', typeof recognitionRoutes> &
  Named<'practice', typeof practiceRoutes> &
  Named<'quality', typeof qualityRoutes> &
  Named<'seats', typeof seatsRoutes> &
  Named<'people', typeof peopleRoutes>;

/** Routes whose paths come with the pages that ask them, so that the first view does not carry them. */
type LateRoute = `admission.${string}`;
export type LatePaths<Module extends string> = {
  readonly [Name in Extract<keyof Routes, `${Module}.${string}`>]: `${Routes[Name]['method']} ${Routes[Name]['path']}`;
};

/**
 * Method and path of every route, written out so that the contracts' schemas stay out of the browser.
 * The type takes each text from its contract: a path that drifts does not compile.
 */
export const routePaths: {
  readonly [Name in Exclude<keyof Routes, LateRoute>]: `${Routes[Name]['method']} ${Routes[Name]['path']}`;
} = {
  'audit.entries': 'GET /audit',
  'audit.export': 'GET /audit/export',
  'audit.verify': 'POST /audit/verify',
  'signIn.state': 'GET /sign-in',
  'signIn.signIn': 'POST /sign-in',
  'signIn.signOut': 'POST /sign-out',
  'signIn.link': 'POST /sign-in/link',
  'signIn.accept': 'POST /sign-in/link/accept',
  'signIn.beginAtProvider': 'POST /sign-in/provider',
  'signIn.finishAtProvider': 'POST /sign-in/provider/answer',
  'signIn.own': 'GET /account',
  'signIn.changePassword': 'POST /account/password',
  'signIn.changeContacts': 'PUT /account/contacts',
  'signIn.beginSecondFactor': 'POST /account/second-factor',
  'signIn.confirmSecondFactor': 'POST /account/second-factor/confirm',
  'signIn.endSecondFactor': 'POST /account/second-factor/end',
  'signIn.endSessions': 'POST /account/sessions/end',
  'signIn.contacts': 'GET /people/:home/:person/contacts',
  'signIn.revealContact': 'POST /people/:home/:person/contacts/reveal',
  'signIn.openAccount': 'POST /people/:home/:person/account',
  'balance.overview': 'GET /balance/areas/:area/overview',
  'balance.indicator': 'GET /balance/areas/:area/indicators/:indicator',
  'balance.schools': 'GET /balance/areas/:area/schools',
  'balance.school': 'GET /balance/areas/:area/schools/:unit',
  'balance.comparison': 'GET /balance/areas/:area/comparison',
  'balance.whatIf': 'GET /balance/areas/:area/what-if',
  'balance.trace': 'GET /balance/areas/:area/trace',
  'balance.remedy': 'POST /balance/areas/:area/remedy',
  'balance.attestations': 'GET /balance/areas/:area/attestations',
  'balance.attest': 'PUT /balance/areas/:area/attestations/:item',
  'balance.snapshots': 'GET /balance/areas/:area/snapshots',
  'balance.takeSnapshot': 'POST /balance/areas/:area/snapshots',
  'balance.snapshot': 'GET /balance/areas/:area/snapshots/:snapshot',
  'balance.verifySnapshot': 'POST /balance/areas/:area/snapshots/:snapshot/verify',
  'balance.findings': 'GET /balance/areas/:area/findings',
  'balance.answerFinding': 'PUT /balance/areas/:area/findings/:finding',
  'balance.report': 'GET /balance/areas/:area/report',
  'balance.evidence': 'GET /balance/areas/:area/evidence',
  'balance.export': 'GET /balance/areas/:area/export',
  'casework.tasks': 'GET /tasks',
  'casework.count': 'GET /tasks/count',
  'casework.notices': 'GET /notices',
  'casework.readNotice': 'POST /notices/:area/:notice/read',
  'casework.receipts': 'GET /notices/:area/:notice/receipts',
  'casework.kinds': 'GET /case-kinds',
  'casework.cases': 'GET /cases',
  'casework.open': 'POST /cases/:kind',
  'casework.actOnEach': 'POST /cases/:kind/actions/:action',
  'casework.case': 'GET /cases/:kind/:case',
  'casework.act': 'POST /cases/:kind/:case/actions/:action',
  'casework.draft': 'PUT /cases/:kind/:case/drafts/:action',
  'casework.dossier': 'GET /cases/:kind/:case/dossier',
  'conditions.standards': 'GET /standards',
  'conditions.standard': 'GET /standards/:standard',
  'conditions.diff': 'GET /standards/:standard/diff',
  'conditions.check': 'POST /standards/check',
  'ledger.lines': 'GET /ledger/areas/:area/lines',
  'ledger.line': 'GET /ledger/areas/:area/lines/:line',
  'ledger.assign': 'PUT /ledger/areas/:area/lines/:line',
  'ledger.measure': 'POST /ledger/areas/:area/measurements',
  'ledger.takePlan': 'POST /ledger/areas/:area/plan-lines',
  'ledger.projects': 'GET /ledger/areas/:area/projects',
  'ledger.openProject': 'POST /ledger/areas/:area/projects',
  'ledger.project': 'GET /ledger/areas/:area/projects/:project',
  'ledger.reviseProject': 'PUT /ledger/areas/:area/projects/:project',
  'ledger.summary': 'GET /ledger/areas/:area/summary',
  'ledger.track': 'PUT /ledger/areas/:area/tracked/:county',
  'ledger.review': 'GET /ledger/areas/:area/review',
  'ledger.reviewFile': 'GET /ledger/areas/:area/review/file',
  'ledger.threeSchools': 'GET /ledger/areas/:area/three-schools',
  'ledger.card': 'GET /ledger/areas/:area/schools/:unit/card',
  'ledger.cardFile': 'GET /ledger/areas/:area/schools/:unit/card/file',
  'jobs.jobs': 'GET /jobs',
  'jobs.job': 'GET /jobs/:job',
  'jobs.result': 'GET /jobs/:job/result',
  'jobs.cancel': 'DELETE /jobs/:job',
  'organization.area': 'GET /areas/:area',
  'organization.children': 'GET /areas/:area/children',
  'organization.search': 'GET /search',
  'organization.resolve': 'GET /area-codes',
  'organization.units': 'GET /areas/:area/units',
  'organization.unit': 'GET /areas/:area/units/:unit',
  'organization.unitFacts': 'GET /areas/:area/units/:unit/facts',
  'organization.years': 'GET /areas/:area/years',
  'organization.lockYear': 'POST /areas/:area/years/:year/lock',
  'organization.reopenYear': 'POST /areas/:area/years/:year/reopen',
  'organization.submissions': 'GET /areas/:area/submissions',
  'organization.profiles': 'GET /import-profiles',
  'organization.imports': 'GET /areas/:area/imports',
  'organization.upload': 'POST /areas/:area/imports',
  'organization.import': 'GET /areas/:area/imports/:batch',
  'organization.importFindings': 'GET /areas/:area/imports/:batch/findings',
  'organization.importSheets': 'GET /areas/:area/imports/:batch/sheets',
  'organization.sheetRows': 'GET /areas/:area/imports/:batch/sheets/:sheet/rows',
  'organization.commit': 'POST /areas/:area/imports/:batch/commit',
  'organization.undo': 'POST /areas/:area/imports/:batch/undo',
  'organization.annotated': 'GET /areas/:area/imports/:batch/annotated',
  'organization.workbook': 'GET /areas/:area/workbook',
  'organization.export': 'GET /areas/:area/tables/:table',
  'files.add': 'POST /files',
  'files.file': 'GET /files/:file',
  'files.content': 'GET /files/:file/content',
  'instruments.instruments': 'GET /instruments',
  'instruments.instrument': 'GET /instruments/:instrument',
  'instruments.sheets': 'GET /sheets',
  'instruments.inspect': 'POST /sheets',
  'instruments.sheet': 'GET /sheets/:area/:sheet',
  'instruments.sync': 'POST /sheets/:area/:sheet/changes',
  'instruments.photo': 'POST /sheets/:area/:sheet/files',
  'instruments.file': 'GET /sheets/:area/:sheet/files/:file',
  'instruments.settle': 'POST /sheets/:area/:sheet/changes/:change/settle',
  'instruments.history': 'GET /sheets/:area/:sheet/items/:item',
  'instruments.submit': 'POST /sheets/:area/:sheet/submit',
  'instruments.reopen': 'POST /sheets/:area/:sheet/reopen',
  'instruments.surveys': 'GET /surveys',
  'instruments.openSurvey': 'POST /surveys',
  'instruments.survey': 'GET /surveys/:area/:survey',
  'instruments.makeCodes': 'POST /surveys/:area/:survey/codes',
  'instruments.form': 'POST /surveys/:area/:survey/form',
  'instruments.respond': 'POST /surveys/:area/:survey/responses',
  'plans.catalogue': 'GET /clauses',
  'plans.plans': 'GET /plans/areas/:area',
  'plans.createPlan': 'POST /plans/areas/:area',
  'plans.plan': 'GET /plans/areas/:area/plans/:plan',
  'plans.actOnPlan': 'POST /plans/areas/:area/plans/:plan/acts',
  'plans.addTarget': 'POST /plans/areas/:area/plans/:plan/targets',
  'plans.changeTarget': 'PUT /plans/areas/:area/plans/:plan/targets/:target',
  'plans.removeTarget': 'DELETE /plans/areas/:area/plans/:plan/targets/:target',
  'plans.adoptTargets': 'POST /plans/areas/:area/plans/:plan/adopt',
  'plans.splitTarget': 'POST /plans/areas/:area/plans/:plan/targets/:target/split',
  'plans.addTask': 'POST /plans/areas/:area/plans/:plan/tasks',
  'plans.changeTask': 'PUT /plans/areas/:area/plans/:plan/tasks/:task',
  'plans.removeTask': 'DELETE /plans/areas/:area/plans/:plan/tasks/:task',
  'plans.planDocument': 'GET /plans/areas/:area/plans/:plan/document',
  'plans.roadmap': 'GET /plans/areas/:area/roadmap',
  'plans.setRoadmap': 'PUT /plans/areas/:area/roadmap',
  'plans.responsibilityLetter': 'GET /plans/areas/:area/roadmap/letter',
  'people.me': 'GET /me',
  'people.may': 'GET /me/permissions',
  'people.roles': 'GET /roles',
  'people.people': 'GET /people',
  'people.person': 'GET /people/:home/:person',
  'people.register': 'POST /people',
  'people.close': 'POST /people/:home/:person/close',
  'people.grant': 'POST /people/:home/:person/grants',
  'people.appoint': 'POST /people/:home/:person/appoint',
  'people.revoke': 'POST /people/:home/:person/grants/:grant/revoke',
  'people.emergencies': 'GET /emergencies',
  'people.review': 'POST /people/:home/:person/grants/:grant/review',
  'people.takeEmergency': 'POST /me/emergencies',
  'people.colleagues': 'GET /me/colleagues',
  'people.lent': 'GET /me/delegations',
  'people.delegate': 'POST /me/delegations',
  'people.endDelegation': 'POST /me/delegations/:to/:person/:delegation/end',
  'people.actors': 'GET /trial/persons',
  'people.act': 'POST /trial/acting',
  'people.stopActing': 'DELETE /trial/acting',
  'quality.rounds': 'GET /quality/areas/:area/rounds',
  'quality.openRound': 'POST /quality/areas/:area/rounds',
  'quality.round': 'GET /quality/areas/:area/rounds/:round',
  'quality.evaluation': 'GET /quality/areas/:area/rounds/:round/units/:unit',
  'quality.record': 'GET /quality/areas/:area/rounds/:round/units/:unit/record',
  'quality.attestSurvey': 'POST /quality/areas/:area/surveys/:survey/attestation',
  'recognition.applications': 'GET /recognition/areas/:area/applications',
  'recognition.apply': 'POST /recognition/areas/:area/applications',
  'recognition.application': 'GET /recognition/areas/:area/applications/:application',
  'recognition.renew': 'POST /recognition/areas/:area/applications/:application/renew',
  'recognition.monitor': 'POST /recognition/areas/:area/applications/:application/monitor',
  'recognition.find': 'PUT /recognition/areas/:area/applications/:application/findings/:item',
  'forms.register': 'GET /forms/areas/:area',
  'forms.burden': 'GET /forms/areas/:area/burden',
  'forms.form': 'GET /forms/areas/:area/forms/:form',
  'forms.known': 'POST /forms/areas/:area/known',
  'forms.request': 'POST /forms/areas/:area',
  'campaigns.campaigns': 'GET /campaigns/areas/:area',
  'campaigns.open': 'POST /campaigns/areas/:area',
  'campaigns.campaign': 'GET /campaigns/areas/:area/campaigns/:campaign',
  'campaigns.close': 'POST /campaigns/areas/:area/campaigns/:campaign/close',
  'campaigns.report': 'GET /campaigns/areas/:area/campaigns/:campaign/report',
  'practice.pilots': 'GET /practice/areas/:area/pilots',
  'practice.applyForPilot': 'POST /practice/areas/:area/pilots',
  'practice.examples': 'GET /practice/areas/:area/examples',
  'practice.proposeExample': 'POST /practice/areas/:area/examples',
  'practice.example': 'GET /practice/areas/:area/examples/:example',
  'practice.published': 'GET /examples',
  'practice.publishedExample': 'GET /examples/:area/:example',
  'seats.overview': 'GET /seats/areas/:area/overview',
  'seats.schools': 'GET /seats/areas/:area/schools',
  'seats.housing': 'GET /seats/areas/:area/housing',
  'seats.recordStep': 'POST /seats/areas/:area/housing/:housing/steps',
};
