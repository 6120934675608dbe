import { z } from 'zod';

// Our Content-Security-Policy forbids eval, and zod would try it. Has to run before any shape is made.
z.config({ jitless: true });
