import { z } from 'zod';
import {
  areaDetail,
  areaRow,
  childrenQuery,
  resolveAnswer,
  resolveQuery,
  searchHit,
  searchQuery,
} from './shapes/area.ts';
import { areaParams, fileAnswer } from './shapes/common.ts';
import {
  annotatedQuery,
  commitBody,
  exportParams,
  exportQuery,
  importBatch,
  importFindings,
  importFindingsQuery,
  importForm,
  importParams,
  importPreview,
  importProfiles,
  importResult,
  importsAnswer,
  undoBody,
  workbookQuery,
} from './shapes/import.ts';
import { unitDetail, unitFacts, unitFactsQuery, unitParams, unitsPage, unitsQuery } from './shapes/unit.ts';
import { submissionsPage, submissionsQuery, year, yearBody, yearParams, yearsAnswer } from './shapes/year.ts';

export * from './shapes/area.ts';
export * from './shapes/common.ts';
export * from './shapes/import.ts';
export * from './shapes/unit.ts';
export * from './shapes/year.ts';

const areaErrors = ['organization.areaNotFound'] as const;
const batchErrors = ['organization.batchNotFound'] as const;

/** The doors of organization, below `/api/v1`. A refusal is `application/problem+json` with one of `errors` as its `code`. */
export const organizationRoutes = {
  area: {
    method: 'GET',
    path: '/areas/:area',
    titleKey: 'organization.area',
    params: areaParams,
    response: areaDetail,
    errors: areaErrors,
  },
  /** The next rows of the tree. The nation is `000000`. */
  children: {
    method: 'GET',
    path: '/areas/:area/children',
    titleKey: 'organization.children',
    params: areaParams,
    query: childrenQuery,
    response: z.object({ rows: z.array(areaRow) }),
    errors: areaErrors,
  },
  search: {
    method: 'GET',
    path: '/search',
    titleKey: 'organization.search',
    query: searchQuery,
    response: z.object({ rows: z.array(searchHit) }),
    errors: [],
  },
  /** What became of an area code. */
  resolve: {
    method: 'GET',
    path: '/area-codes',
    titleKey: 'organization.resolve',
    query: resolveQuery,
    response: resolveAnswer,
    errors: areaErrors,
  },
  units: {
    method: 'GET',
    path: '/areas/:area/units',
    titleKey: 'organization.units',
    params: areaParams,
    query: unitsQuery,
    response: unitsPage,
    errors: [...areaErrors, 'core.cursorRefused'],
  },
  unit: {
    method: 'GET',
    path: '/areas/:area/units/:unit',
    titleKey: 'organization.unit',
    params: unitParams,
    response: unitDetail,
    errors: [...areaErrors, 'organization.unitNotFound'],
  },
  unitFacts: {
    method: 'GET',
    path: '/areas/:area/units/:unit/facts',
    titleKey: 'organization.unitFacts',
    params: unitParams,
    query: unitFactsQuery,
    response: unitFacts,
    errors: [...areaErrors, 'organization.unitNotFound'],
  },
  years: {
    method: 'GET',
    path: '/areas/:area/years',
    titleKey: 'organization.years',
    params: areaParams,
    response: yearsAnswer,
    errors: areaErrors,
  },
  lockYear: {
    method: 'POST',
    path: '/areas/:area/years/:year/lock',
    titleKey: 'organization.lockYear',
    params: yearParams,
    body: yearBody,
    response: year,
    errors: [...areaErrors, 'organization.yearAlreadyLocked', 'organization.notACounty'],
  },
  reopenYear: {
    method: 'POST',
    path: '/areas/:area/years/:year/reopen',
    titleKey: 'organization.reopenYear',
    params: yearParams,
    body: yearBody,
    response: year,
    errors: [...areaErrors, 'organization.yearNotLocked', 'organization.notACounty'],
  },
  submissions: {
    method: 'GET',
    path: '/areas/:area/submissions',
    titleKey: 'organization.submissions',
    params: areaParams,
    query: submissionsQuery,
    response: submissionsPage,
    errors: [...areaErrors, 'core.cursorRefused'],
  },
  profiles: {
    method: 'GET',
    path: '/import-profiles',
    titleKey: 'organization.profiles',
    response: importProfiles,
    errors: [],
  },
  imports: {
    method: 'GET',
    path: '/areas/:area/imports',
    titleKey: 'organization.imports',
    params: areaParams,
    response: importsAnswer,
    errors: areaErrors,
  },
  /** `multipart/form-data`: the fields of `importForm`, then one `file`. Keeps the file as a batch; commits nothing. */
  upload: {
    method: 'POST',
    path: '/areas/:area/imports',
    titleKey: 'organization.upload',
    params: areaParams,
    form: importForm,
    response: importPreview,
    errors: [...areaErrors, 'core.fileMissing', 'core.bodyTooLarge'],
  },
  import: {
    method: 'GET',
    path: '/areas/:area/imports/:batch',
    titleKey: 'organization.import',
    params: importParams,
    response: importBatch,
    errors: batchErrors,
  },
  importFindings: {
    method: 'GET',
    path: '/areas/:area/imports/:batch/findings',
    titleKey: 'organization.importFindings',
    params: importParams,
    query: importFindingsQuery,
    response: importFindings,
    errors: batchErrors,
  },
  commit: {
    method: 'POST',
    path: '/areas/:area/imports/:batch/commit',
    titleKey: 'organization.commit',
    params: importParams,
    body: commitBody,
    response: importResult,
    errors: [...batchErrors, 'organization.yearLocked'],
  },
  undo: {
    method: 'POST',
    path: '/areas/:area/imports/:batch/undo',
    titleKey: 'organization.undo',
    params: importParams,
    body: undoBody,
    response: importResult,
    errors: [...batchErrors, 'organization.yearLocked'],
  },
  /** The uploaded workbook with its wrong cells marked. */
  annotated: {
    method: 'GET',
    path: '/areas/:area/imports/:batch/annotated',
    titleKey: 'organization.annotated',
    params: importParams,
    query: annotatedQuery,
    response: fileAnswer,
    errors: batchErrors,
  },
  /** The county workbook, pre-filled with what the registry holds. */
  workbook: {
    method: 'GET',
    path: '/areas/:area/workbook',
    titleKey: 'organization.workbook',
    params: areaParams,
    query: workbookQuery,
    response: fileAnswer,
    errors: [...areaErrors, 'organization.notACounty'],
  },
  export: {
    method: 'GET',
    path: '/areas/:area/tables/:table',
    titleKey: 'organization.export',
    params: exportParams,
    query: exportQuery,
    response: fileAnswer,
    errors: [...areaErrors, 'organization.tableTooLarge'],
  },
} as const;
