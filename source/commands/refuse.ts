import type { Context } from './context.ts';

/** Whether there are operands where a command takes none; says so. */
export function refusesOperands({ operands, warn }: Context, command: string): boolean {
  if (operands.length === 0) return false;
  warn(`${command} takes no arguments (${operands[0]}); kanbao ${command} --help tells more`);
  return true;
}
