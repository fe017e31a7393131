/**
 * A script for wrk that asks with bodies out of a file, one after the other, and tells "result", how many requests in how many
 * microseconds, their 99th percentile in microseconds, and how many errors.
 *
 * @param bodies the file, one body a line
 */
export const wrkScript = (bodies: string): string => `local bodies = {}
for line in io.lines(${JSON.stringify(bodies)}) do bodies[#bodies + 1] = line end
local number = 0
request = function()
  number = number + 1
  return wrk.format("POST", nil, { ["content-type"] = "application/json", ["host"] = "127.0.0.1" }, bodies[(number - 1) % #bodies + 1])
end
done = function(summary, latency) print("result " .. summary.requests .. " " .. summary.duration .. " " .. latency:percentile(99) .. " " .. summary.errors.status + summary.errors.read + summary.errors.connect + summary.errors.timeout) end
`;
