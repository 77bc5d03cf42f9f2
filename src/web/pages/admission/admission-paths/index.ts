import type { LatePaths } from '#web/api';

/** Method and path of the routes of admission; each text is its contract's, or it does not compile. */
export const admissionPaths: LatePaths<'admission'> = {
  'admission.rounds': 'GET /admission/areas/:area',
  'admission.round': 'GET /admission/areas/:area/rounds/:round',
  'admission.lookUp': 'POST /admission/areas/:area/schools',
  'admission.file': 'GET /admission/areas/:area/rounds/:round/files/:edition/:file',
  'admission.own': 'GET /admission/areas/:area/own',
  'admission.begin': 'POST /admission/areas/:area/rounds/:round/applications',
  'admission.application': 'GET /admission/areas/:area/rounds/:round/applications/:application',
  'admission.save': 'PUT /admission/areas/:area/rounds/:round/applications/:application',
  'admission.submit': 'POST /admission/areas/:area/rounds/:round/applications/:application/submit',
  'admission.takeBack': 'POST /admission/areas/:area/rounds/:round/applications/:application/take-back',
  'admission.withdraw': 'POST /admission/areas/:area/rounds/:round/applications/:application/withdraw',
  'admission.board': 'GET /admission/areas/:area/board',
  'admission.boardRound': 'GET /admission/areas/:area/board/:round',
  'admission.shippedRules': 'GET /admission/areas/:area/rules',
  'admission.checkRules': 'POST /admission/areas/:area/rules/check',
  'admission.open': 'POST /admission/areas/:area/board',
  'admission.act': 'POST /admission/areas/:area/board/:round/acts/:act',
  'admission.seed': 'POST /admission/areas/:area/board/:round/seed',
  'admission.correct': 'POST /admission/areas/:area/board/:round/corrections',
  'admission.list': 'POST /admission/areas/:area/board/:round/lists',
  'admission.checking': 'GET /admission/areas/:area/board/:round/children',
  'admission.decide': 'POST /admission/areas/:area/board/:round/children/:child',
};
