import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { FieldLayout, Home, Layout, NoSuchPage } from '#web/shell';

const CountyOverview = lazy(async () => ({
  default: (await import('./pages/balance/county-overview/page.tsx')).CountyOverviewPage,
}));
const Schools = lazy(async () => ({ default: (await import('./pages/balance/schools/page.tsx')).SchoolsPage }));
const SchoolCard = lazy(async () => ({
  default: (await import('./pages/balance/school-card/page.tsx')).SchoolCardPage,
}));
const Indicator = lazy(async () => ({ default: (await import('./pages/balance/indicator/page.tsx')).IndicatorPage }));
const CompareAreas = lazy(async () => ({
  default: (await import('./pages/balance/compare-areas/page.tsx')).CompareAreasPage,
}));
const CheapestWay = lazy(async () => ({
  default: (await import('./pages/balance/cheapest-way/page.tsx')).CheapestWayPage,
}));
const WhatIf = lazy(async () => ({ default: (await import('./pages/balance/what-if/page.tsx')).WhatIfPage }));
const DataQuality = lazy(async () => ({
  default: (await import('./pages/balance/data-quality/page.tsx')).DataQualityPage,
}));
const Attestations = lazy(async () => ({
  default: (await import('./pages/balance/attestations/page.tsx')).AttestationsPage,
}));
const Reports = lazy(async () => ({ default: (await import('./pages/balance/reports/page.tsx')).ReportsPage }));
const Snapshots = lazy(async () => ({ default: (await import('./pages/balance/snapshots/page.tsx')).SnapshotsPage }));
const Import = lazy(async () => ({ default: (await import('./pages/organization/import/page.tsx')).ImportPage }));
const Standards = lazy(async () => ({
  default: (await import('./pages/conditions/standards/page.tsx')).StandardsPage,
}));
const StandardReader = lazy(async () => ({
  default: (await import('./pages/conditions/standard-reader/page.tsx')).StandardReaderPage,
}));
const StandardDiff = lazy(async () => ({
  default: (await import('./pages/conditions/standard-diff/page.tsx')).StandardDiffPage,
}));

const Plans = lazy(async () => ({ default: (await import('./pages/plans/pages.tsx')).PlanPages }));
const Applications = lazy(async () => ({
  default: (await import('./pages/recognition/applications/page.tsx')).ApplicationsPage,
}));
const RecognitionApplication = lazy(async () => ({
  default: (await import('./pages/recognition/application/page.tsx')).ApplicationPage,
}));
const Clauses = lazy(async () => ({ default: (await import('./pages/plans/clauses/page.tsx')).ClausesPage }));
const QualityRounds = lazy(async () => ({ default: (await import('./pages/quality/rounds/page.tsx')).RoundsPage }));
const QualityRound = lazy(async () => ({ default: (await import('./pages/quality/round/page.tsx')).RoundPage }));
const QualityEvaluation = lazy(async () => ({
  default: (await import('./pages/quality/evaluation/page.tsx')).EvaluationPage,
}));
const Surveys = lazy(async () => ({ default: (await import('./pages/quality/surveys/page.tsx')).SurveysPage }));
const Survey = lazy(async () => ({ default: (await import('./pages/quality/survey/page.tsx')).SurveyPage }));
const Respond = lazy(async () => ({ default: (await import('./pages/quality/respond/page.tsx')).RespondPage }));
const Sheets = lazy(async () => ({ default: (await import('./pages/instruments/sheets/page.tsx')).SheetsPage }));
const Sheet = lazy(async () => ({ default: (await import('./pages/instruments/sheet/page.tsx')).SheetPage }));

const Campaigns = lazy(async () => ({ default: (await import('./pages/campaigns/pages.tsx')).CampaignPages }));
const Practice = lazy(async () => ({ default: (await import('./pages/practice/pages.tsx')).PracticePages }));
const Forms = lazy(async () => ({ default: (await import('./pages/forms/pages.tsx')).FormsPages }));

const Seats = lazy(async () => ({ default: (await import('./pages/seats/pages.tsx')).SeatsPages }));

const FamilyPages = lazy(async () => ({
  default: (await import('./pages/admission/family-pages.tsx')).FamilyPages,
}));
const AdmissionPages = lazy(async () => ({
  default: (await import('./pages/admission/officer-pages.tsx')).OfficerPages,
}));

const LedgerList = lazy(async () => ({
  default: (await import('./pages/conditions/ledger/page.tsx')).LedgerListPage,
}));
const LedgerLine = lazy(async () => ({
  default: (await import('./pages/conditions/ledger-line/page.tsx')).LedgerLinePage,
}));
const Projects = lazy(async () => ({ default: (await import('./pages/conditions/projects/page.tsx')).ProjectsPage }));
const Project = lazy(async () => ({ default: (await import('./pages/conditions/project/page.tsx')).ProjectPage }));
const LedgerReview = lazy(async () => ({
  default: (await import('./pages/conditions/review/page.tsx')).ReviewPage,
}));
const ThreeSchools = lazy(async () => ({
  default: (await import('./pages/conditions/three-schools/page.tsx')).ThreeSchoolsPage,
}));
const Compliance = lazy(async () => ({
  default: (await import('./pages/conditions/compliance/page.tsx')).CompliancePage,
}));
const Tasks = lazy(async () => ({ default: (await import('./pages/casework/tasks/page.tsx')).TasksPage }));
const Start = lazy(async () => ({ default: (await import('./pages/casework/start/page.tsx')).StartPage }));
const Case = lazy(async () => ({ default: (await import('./pages/casework/case/page.tsx')).CasePage }));
const Enter = lazy(async () => ({ default: (await import('./pages/sign-in/enter/page.tsx')).EnterPage }));
const Back = lazy(async () => ({ default: (await import('./pages/sign-in/back/page.tsx')).BackPage }));
const Join = lazy(async () => ({ default: (await import('./pages/sign-in/join/page.tsx')).JoinPage }));
const Account = lazy(async () => ({ default: (await import('./pages/sign-in/account/page.tsx')).AccountPage }));
const Trail = lazy(async () => ({ default: (await import('./pages/audit/trail/page.tsx')).TrailPage }));

const Me = lazy(async () => ({ default: (await import('./pages/people/me/page.tsx')).MePage }));
const People = lazy(async () => ({ default: (await import('./pages/people/people/page.tsx')).PeoplePage }));

/** Every address of the application, declared once. */
export function Pages() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route index element={<Home />} />
        <Route path="areas/:area">
          <Route path="overview" element={<CountyOverview />} />
          <Route path="schools" element={<Schools />} />
          <Route path="schools/:unit" element={<SchoolCard />} />
          <Route path="indicators/:indicator?" element={<Indicator />} />
          <Route path="compare" element={<CompareAreas />} />
          <Route path="plan" element={<CheapestWay />} />
          <Route path="what-if" element={<WhatIf />} />
          <Route path="data-quality" element={<DataQuality />} />
          <Route path="import" element={<Import />} />
          <Route path="attestations" element={<Attestations />} />
          <Route path="reports" element={<Reports />} />
          <Route path="snapshots" element={<Snapshots />} />
          <Route path="ledger" element={<LedgerList />} />
          <Route path="ledger/:line" element={<LedgerLine />} />
          <Route path="projects" element={<Projects />} />
          <Route path="projects/:project" element={<Project />} />
          <Route path="review" element={<LedgerReview />} />
          <Route path="three-schools" element={<ThreeSchools />} />
          <Route path="compliance/:unit?" element={<Compliance />} />
          <Route path="rounds" element={<QualityRounds />} />
          <Route path="rounds/:round" element={<QualityRound />} />
          <Route path="rounds/:round/:unit" element={<QualityEvaluation />} />
          <Route path="campaigns/*" element={<Campaigns />} />
          <Route path="surveys" element={<Surveys />} />
          <Route path="surveys/:survey" element={<Survey />} />
          <Route path="plans/*" element={<Plans of="plans" />} />
          <Route path="roadmap" element={<Plans of="roadmap" />} />
          <Route path="seats/*" element={<Seats />} />
          <Route path="forms/*" element={<Forms />} />
          <Route path="admission/*" element={<AdmissionPages />} />
          <Route path="people" element={<People />} />
          <Route path="pilots/*" element={<Practice of="pilots" />} />
          <Route path="examples/*" element={<Practice of="examples" />} />
          <Route path="recognition" element={<Applications />} />
          <Route path="recognition/:application" element={<RecognitionApplication />} />
        </Route>
        <Route path="clauses" element={<Clauses />} />
        <Route path="tasks" element={<Tasks />} />
        <Route path="me" element={<Me />} />
        <Route path="areas/:area/start" element={<Start />} />
        <Route path="cases/:kind/:case" element={<Case />} />
        <Route path="standards" element={<Standards />} />
        <Route path="standards/:standard" element={<StandardReader />} />
        <Route path="standards/:standard/diff/:against" element={<StandardDiff />} />
        <Route path="account" element={<Account />} />
        <Route path="audit" element={<Trail />} />
        <Route path="*" element={<NoSuchPage />} />
      </Route>
      <Route element={<FieldLayout />}>
        <Route path="sign-in" element={<Enter />} />
        <Route path="sign-in/back" element={<Back />} />
        <Route path="join" element={<Join />} />
        <Route path="examples/*" element={<Practice of="published" />} />
        <Route path="answer/:area/:survey" element={<Respond />} />
        <Route path="admission/:area/*" element={<FamilyPages />} />
        <Route path="sheets" element={<Sheets />} />
        <Route path="sheets/:area/:sheet" element={<Sheet />} />
      </Route>
    </Routes>
  );
}
