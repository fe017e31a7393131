/** An error that tells people what they did wrong, with these words in its message. */
export const refusal = (message: string): Error =>
  expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) as string }) as Error;
