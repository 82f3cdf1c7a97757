-- nvim --headless --clean -u INIT -S neovim.lua, where INIT is what docs/other-editors.md says; environment: FILE. The draft has one wrong total and lacks nothing else.
-- Prints `ok …` for each step; a step that fails ends the run with code 1. Works from Neovim 0.7 on.
local function step(title, act)
  local done, reason = pcall(act)
  print((done and 'ok ' or 'not ok ') .. 'neovim: ' .. title .. (done and '' or ('\n' .. tostring(reason))))
  if not done then vim.cmd('cquit 1') end
end

local function until_true(what, test)
  assert(vim.wait(15000, test, 20), 'timeout: ' .. what)
end

local client
local function ask(method, params)
  local answer, reason = client.request_sync(method, params, 15000, 0)
  assert(answer, reason)
  assert(answer.err == nil, answer.err and answer.err.message)
  return answer.result
end

local function here(line, character)
  return { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = character } }
end

local function text_of(line)
  return vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1]
end

local function line_with(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if line:find(text, 1, true) then return number - 1, line end
  end
  error('no line with ' .. text)
end

local fault

step('a wrong total is told', function()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.FILE))
  until_true('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  client = vim.tbl_values(vim.lsp.buf_get_clients(0))[1]
  fault = vim.diagnostic.get(0)[1]
  assert(#vim.diagnostic.get(0) == 1 and fault.code == 'row-total', vim.inspect(vim.diagnostic.get(0)))
end)

step('the hover on its cell says which sums it is in', function()
  local line, text = line_with('二、上年结转政府信息公开申请数量')
  local hover = ask('textDocument/hover', here(line, vim.str_utfindex(text) - 3))
  assert(hover.contents.value:find('总计', 1, true), vim.inspect(hover))
end)

step('the outline has title, chapters and tables', function()
  local symbols = ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })
  assert(#vim.lsp.util.symbols_to_items(symbols, 0) >= 10, #symbols)
end)

step('from the total to its parts', function()
  local places = ask('textDocument/definition', here(fault.lnum, vim.str_utfindex(text_of(fault.lnum)) - 3))
  assert(#places >= 6, vim.inspect(places))
end)

step('a quick fix writes the right total, and nothing is told any more', function()
  vim.api.nvim_win_set_cursor(0, { fault.lnum + 1, fault.col })
  local taken
  vim.ui.select = function(items, _, choose)
    taken = items[1]
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  until_true('the fix', function() return taken ~= nil and #vim.diagnostic.get(0) == 0 end)
end)

step('completion offers the chapter that is missing', function()
  local line = line_with('## 六、')
  vim.api.nvim_buf_set_lines(0, line, -1, false, { '' })
  until_true('the missing chapter', function() return #vim.diagnostic.get(0) == 1 end)
  local list = ask('textDocument/completion', here(line, 0))
  local found = false
  for _, item in ipairs(list.items) do found = found or item.label:find('其他需要报告的事项', 1, true) ~= nil end
  assert(found, vim.inspect(list))
end)

step('formatting aligns the tables', function()
  local before = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  local edits = ask('textDocument/formatting', { textDocument = vim.lsp.util.make_text_document_params(), options = { tabSize = 2, insertSpaces = true } })
  vim.lsp.util.apply_text_edits(edits, 0, client.offset_encoding)
  local after = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  assert(before ~= after and before:gsub('[%s-:]', '') == after:gsub('[%s-:]', ''), 'words have changed')
end)

vim.cmd('qall!')
