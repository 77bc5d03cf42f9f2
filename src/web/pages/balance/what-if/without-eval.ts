import { config } from 'zod';

// zod tries once whether it may compile text to code; the page's content policy refuses that and says so in the console.
config({ jitless: true });
