-- Drives a language server over stdio with Neovim's built-in client, step by step, and writes the answers as JSON.
-- Written for 0.7, which knows neither `nvim -l` nor `vim.lsp.start`: nvim --headless --clean -c 'luafile probe.lua'
-- PROBE_SPEC names a JSON file { file, root, language, command, steps }, PROBE_REPORT the file to write.
local spec = vim.fn.json_decode(table.concat(vim.fn.readfile(os.getenv('PROBE_SPEC')), '\n'))
local report = { answers = {} }
local patience = 20000

local buffer, client

local function start()
  vim.cmd('edit ' .. vim.fn.fnameescape(spec.file))
  buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'fleet-units',
    cmd = spec.command,
    root_dir = spec.root,
  })
  assert(id, 'the language server was not started')
  vim.lsp.buf_attach_client(buffer, id, spec.language)
  client = vim.lsp.get_client_by_id(id)
  assert(vim.wait(patience, function() return client.initialized end, 20), 'the language server did not answer')
end

local function request(method, position)
  local params = { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = position }
  local reply, err = client.request_sync(method, params, patience, buffer)
  assert(reply and not reply.err, method .. ': ' .. vim.inspect(err or reply.err))
  return reply.result
end

local steps = {}

-- Neovim 0.7 has no pull diagnostics: what the server pushes is all there is. Waits for as many as are expected.
function steps.diagnostics(step)
  vim.wait(patience, function() return #vim.diagnostic.get(buffer) == step.count end, 20)
  return vim.tbl_map(function(d) return { line = d.lnum, message = d.message } end, vim.diagnostic.get(buffer))
end

function steps.request(step) return request(step.method, step.position) end

function steps.replace_line(step)
  vim.api.nvim_buf_set_lines(buffer, step.line, step.line + 1, true, { step.text })
end

local ok, err = xpcall(function()
  start()
  for _, step in ipairs(spec.steps) do
    local answer = steps[step.kind](step)
    table.insert(report.answers, answer == nil and vim.NIL or answer)
  end
end, debug.traceback)
if not ok then report.error = err end

vim.fn.writefile({ vim.fn.json_encode(report) }, os.getenv('PROBE_REPORT'))
if client then
  client.stop()
  vim.wait(5000, function() return #vim.lsp.get_active_clients() == 0 end, 20)
end
vim.cmd('qall!')
