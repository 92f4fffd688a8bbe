#include "conformance/compare/compared_scripts.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/search/blocks/blocks.h"
#include "corpora/text/text.h"

namespace netioconf::conformance::compare {
namespace {

namespace blocks = search::blocks;
using corpora::text::LoadedScript;
using ScriptSpan = std::span<const LoadedScript>;

// A stride that visits every number of the space once and spreads the first visits evenly, so that a
// sweep whose budget ends early has sampled the whole space.
std::uint64_t stride_of(std::uint64_t size) {
  constexpr double golden = 0.6180339887498949;
  auto stride = static_cast<std::uint64_t>(golden * static_cast<double>(size)) | 1U;
  while (std::gcd(stride, size) != 1) stride += 2;
  return stride;
}

// Few, because an implementation may take long for each script, and progress is shown after a block.
constexpr std::size_t scripts_in_a_block = 64;

std::uint64_t after(std::uint64_t number, std::uint64_t stride, std::uint64_t size) {
  return (number + stride) % size;
}

}  // namespace

ComparedScripts::ComparedScripts(const DiffOptions& options,
                                 const std::vector<std::vector<ComparedImplementation>>& implementations,
                                 ComparisonPart begin)
    : options_{options}, implementations_{implementations}, all_{std::move(begin)} {
  for (std::size_t run = 0; run < all_.summaries.size(); ++run)
    judges_.each.emplace_back(options.profile);
}

void ComparedScripts::run(ScriptSpan scripts) {
  execution::Progress progress{"scripts", scripts.size()};
  ScriptSpan rest = scripts;
  const blocks::Work<ScriptSpan, ComparisonPart, Judges> work{
      .next = [&]() -> std::optional<ScriptSpan> {
        if (rest.empty()) return std::nullopt;
        const ScriptSpan block = rest.first(std::min(rest.size(), scripts_in_a_block));
        rest = rest.subspan(block.size());
        return block;
      },
      .judge = [this](std::size_t thread, ScriptSpan block,
                      Judges& judges) { return judged(thread, block, judges); },
      .accept =
          [&](ScriptSpan, ComparisonPart& part) {
            all_.add(std::move(part));
            progress.show(all_.scripts);
            return blocks::Then::go_on;
          }};
  blocks::judge_in_blocks(implementations_.size(), judges_, work);
}

reports::Searched ComparedScripts::sweep() {
  SweepInProgress sweep{
      .space = search::sweep::Space{options_.depth}, .stride = 0, .end = Clock::now() + options_.budget};
  sweep.stride = stride_of(sweep.space.size());
  const auto start = Clock::now();
  const std::uint64_t scripts_before = all_.scripts;
  const std::uint64_t calls_before = all_.calls;
  execution::Progress progress{"scripts", sweep.space.size()};
  const blocks::Work<SweptBlock, ComparisonPart, Judges> work{
      .next = [&] { return next_block(sweep); },
      .judge = [&](std::size_t thread, SweptBlock block,
                   Judges& judges) { return judged(thread, sweep, block, judges); },
      .accept =
          [&](SweptBlock block, ComparisonPart& part) {
            const bool is_whole = part.scripts == block.count;
            all_.add(std::move(part));
            progress.show(all_.scripts - scripts_before, sweep.time_left());
            return is_whole ? blocks::Then::go_on : blocks::Then::stop;
          }};
  blocks::judge_in_blocks(implementations_.size(), judges_, work);
  const std::uint64_t scripts = all_.scripts - scripts_before;
  reports::Searched searched;
  searched.set_by(fmt::format("sweep to depth {}, {} of {} scripts of it", options_.depth, scripts,
                              sweep.space.size()));
  searched.set_scripts(static_cast<double>(scripts));
  searched.set_calls(static_cast<double>(all_.calls - calls_before));
  searched.set_seconds(std::chrono::duration<double>(Clock::now() - start).count());
  return searched;
}

std::chrono::milliseconds ComparedScripts::SweepInProgress::time_left() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
}

ComparisonPart ComparedScripts::empty_part() const {
  return {.summaries = std::vector(all_.summaries.size(), reports::Summary{{}}),
          .fold = reports::diff::DivergenceFold{options_.profile}};
}

std::optional<ComparedScripts::SweptBlock> ComparedScripts::next_block(SweepInProgress& sweep) {
  const std::uint64_t size = sweep.space.size();
  SweptBlock block{.number = sweep.next,
                   .count = std::min<std::uint64_t>(size - sweep.begun, scripts_in_a_block)};
  if (block.count == 0) return std::nullopt;
  sweep.begun += block.count;
  for (std::uint64_t i = 0; i < block.count; ++i) sweep.next = after(sweep.next, sweep.stride, size);
  return block;
}

ComparisonPart ComparedScripts::judged(std::size_t thread, ScriptSpan scripts, Judges& judges) const {
  ComparisonPart part = empty_part();
  for (const LoadedScript& script : scripts) {
    reports::diff::Compared compared = observe_all(implementations_[thread], script.script);
    compared.path = script.path;
    compared.comment = corpora::text::words_of(script.comment);
    if (script.path.empty()) compared.origin = reports::Origin::generated;
    part.add(std::move(compared), judges);
  }
  return part;
}

// A part of the block if the time is over or the run is interrupted.
ComparisonPart ComparedScripts::judged(std::size_t thread, const SweepInProgress& sweep,
                                       SweptBlock block, Judges& judges) const {
  ComparisonPart part = empty_part();
  oracle::Script script;
  while (part.scripts < block.count && sweep.time_left().count() > 0 &&
         implementations::child::interruption() == 0) {
    sweep.space.write(block.number, script);
    reports::diff::Compared compared = observe_all(implementations_[thread], script);
    compared.origin = reports::Origin::generated;
    compared.rank = block.number;
    part.add(std::move(compared), judges);
    part.calls += script.operations.size();
    block.number = after(block.number, sweep.stride, sweep.space.size());
  }
  return part;
}

}  // namespace netioconf::conformance::compare
