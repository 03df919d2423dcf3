-- wrk: questions in turn, three turns a sender; a summary as JSON on the last line.
-- Turns of one sender are 200 requests apart, so that none waits for the one before.
local questions, count = {}, 0

function init(args)
  for line in io.lines(args[1]) do questions[#questions + 1] = line end
  math.randomseed(os.time())
  prefix = string.format("bench-%x-", math.random(2 ^ 30))
end

function request()
  local sender = count % 200 + 200 * math.floor(count / 600)
  local question = questions[count % #questions + 1]
  count = count + 1
  local body = '{"sender": "' .. prefix .. sender .. '", "message": ' .. question .. "}"
  return wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %.3f, "errors": %d, "p50": %.2f, "p95": %.2f, "p99": %.2f}\n',
    summary.requests, summary.duration / 1e6,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
end
