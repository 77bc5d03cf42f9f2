/** Which rooms each room may import by their doors. A kernel imports not even another kernel. A test may open any door. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  kernels: [],
  standards: ['kernels'],
  core: ['kernels'],
  engines: ['core', 'standards', 'kernels'],
  modules: ['engines', 'core', 'standards', 'kernels', 'contracts'],
  app: ['modules', 'contracts', 'engines', 'core', 'standards', 'kernels'],
  cli: ['app', 'modules', 'contracts', 'engines', 'core', 'standards', 'kernels', 'replay'],
  // Computes a draw again and is believed because it shares nothing with what drew it.
  replay: [],
  web: ['contracts', 'standards', 'kernels'],
};

/** Which other modules' doors a module may open. */
export const moduleDoors: Readonly<Record<string, readonly string[]>> = {
  admission: [],
  audit: [],
  'sign-in': [],
  balance: ['organization', 'conditions'],
  conditions: ['organization', 'balance'],
  ledger: ['organization', 'conditions', 'balance'],
  campaigns: [],
  casework: [],
  demo: ['organization', 'ledger'],
  forms: [],
  organization: [],
  practice: [],
  plans: [],
  recognition: ['balance'],
  quality: ['organization', 'balance'],
  people: ['organization'],
  seats: ['organization'],
};

/** npm packages of the pure rooms; the other rooms may use any runtime dependency. */
export const pureRoomPackages: Readonly<Record<string, readonly string[]>> = {
  kernels: [],
  replay: [],
  standards: ['yaml', 'zod'],
};

/** Files above 400 lines, each with its reason. */
export const longFiles: Readonly<Record<string, string>> = {
  'src/kernels/remedy/solve-remedy.test.ts':
    'one checker and one search of every plan, sharing no code with the kernel, serve all laws',
  'src/standards/evaluation-laws.test.ts': 'all laws run over one generator of standards and counties',
};
