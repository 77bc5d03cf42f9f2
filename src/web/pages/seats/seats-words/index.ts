export { AlarmMark, statusOfAlarm } from './alarm-mark.tsx';
export { ElsewhereLinks } from './elsewhere-links.tsx';
export { gapText, spanText } from './gap-text.ts';
export { useSeatsWords } from './messages.ts';
export { readScenario, ScenarioChoice } from './scenario-choice.tsx';
export { SeatsRefused } from './seats-refused.tsx';
