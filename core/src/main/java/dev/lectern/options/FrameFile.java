package dev.lectern.options;

import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.kind.Frame;
import dev.lectern.kind.TaskKinds;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import dev.lectern.sheet.Sheets;
import dev.lectern.text.Hash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sheet in which experts say how they want instructions, one frame a row. */
record FrameFile(Path file) {
    private static final String OPTION = "--frames";
    private static final List<String> ID = List.of("id", "frame", "编号", "編號");
    private static final List<String> TASK = List.of("task", "kind", "任务", "类型", "類型");
    private static final List<String> PATTERN = List.of("pattern", "instruction", "句式", "指令", "问法");
    private static final List<String> PERSONA = List.of("persona", "audience", "asker", "身份", "角色", "提问者");
    private static final List<String> CONSTRAINTS = List.of("constraints", "constraint", "要求", "约束", "限制");
    private static final List<String> ANSWER = List.of("answer", "回答", "回答要求");
    private static final List<String> WEIGHT = List.of("weight", "share", "权重", "權重");

    private static final String COLUMNS =
            "one row a frame, with at least one of the columns pattern, persona, constraints, answer";

    /** @throws ProblemsException with every row that cannot be used, or if none can */
    List<Frame> frames() {
        Sheet sheet = Sheets.read(file, OPTION);
        List<Problem> problems = new ArrayList<>(sheet.problems());
        List<Frame> frames = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Row row : sheet.rows()) {
            String where = sheet.file() + ", line " + row.line();
            if (!row.blank()) {
                frame(row, where, problems).ifPresent(frame -> {
                    if (ids.add(frame.id())) {
                        frames.add(frame);
                    } else {
                        problems.add(
                                new Problem("two frames have the id '" + frame.id() + "'", where, "give each its own"));
                    }
                });
            }
        }
        if (frames.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem("there is no frame in it", sheet.file(), COLUMNS));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return frames;
    }

    private static Optional<Frame> frame(Row row, String where, List<Problem> problems) {
        int before = problems.size();
        String task = row.cell(TASK).orElse("");
        if (!task.isEmpty() && TaskKinds.find(task).isEmpty()) {
            problems.add(new Problem("there is no task '" + task + "'", where, Nearest.hint(task, TaskKinds.names())));
        }
        double weight = 0;
        try {
            weight = Double.parseDouble(row.cell(WEIGHT).orElse("1"));
        } catch (NumberFormatException e) {
            // As wrong as a weight of nothing, and said in the same words.
        }
        if (!(weight > 0) || Double.isInfinite(weight)) {
            problems.add(new Problem(
                    "the weight of a frame is a number above 0", where, "write 1, or leave the cell empty"));
        }
        List<String> said = List.of(
                row.cell(PATTERN).orElse(""),
                row.cell(PERSONA).orElse(""),
                row.cell(CONSTRAINTS).orElse(""),
                row.cell(ANSWER).orElse(""));
        if (said.stream().allMatch(String::isEmpty)) {
            problems.add(new Problem("the frame says nothing of how to ask", where, COLUMNS));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        String id = row.cell(ID)
                .orElseGet(() -> Hash.id(task, String.join("\n", said)).substring(0, 8));
        return Optional.of(new Frame(id, task, said.get(0), said.get(1), said.get(2), said.get(3), weight));
    }
}
