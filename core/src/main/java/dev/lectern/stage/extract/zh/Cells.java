package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Units;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One cell of a table whose header tells what to ask: type, default, meaning, purpose, range. */
record Cells() implements Family {
    private static final int PER_TABLE = 2;
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("类型", "type"),
            Map.entry("数据类型", "type"),
            Map.entry("默认值", "default"),
            Map.entry("默认", "default"),
            Map.entry("缺省值", "default"),
            Map.entry("含义", "meaning"),
            Map.entry("意思", "meaning"),
            Map.entry("意义", "meaning"),
            Map.entry("说明", "role"),
            Map.entry("作用", "role"),
            Map.entry("用途", "role"),
            Map.entry("功能", "role"),
            Map.entry("描述", "role"),
            Map.entry("范围", "range"),
            Map.entry("取值范围", "range"));
    /** Columns whose cells are names of things that have a purpose. */
    private static final Set<String> NAMES = Set.of(
            "参数", "配置项", "选项", "字段", "属性", "命令", "方法", "函数", "变量", "指令", "修饰符", "名称", "项目", "参数名", "字段名", "键", "标志",
            "接口", "事件", "插槽", "环境变量", "按键", "快捷键", "prop");

    private static final Pattern EMPTY = Pattern.compile("[-—–/无]|无默认|N/A|暂无|\\s*");

    @Override
    public String name() {
        return "table-cell";
    }

    @Override
    public String task() {
        return "extraction";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Tables.Good good : Tables.of(page)) {
            if (prefers(page, good)) {
                askRows(page, scope, good, out);
            }
        }
    }

    /** Every other table that can be asked about cell by cell is; the rest is asked for as a whole. */
    static boolean prefers(Page page, Tables.Good good) {
        boolean telling = good.table().rows().stream()
                .skip(1)
                .anyMatch(r -> column(page, good, r, 0).isPresent());
        return telling && keysAreUnique(page, good) && good.title().length() % 2 == 0;
    }

    private static boolean keysAreUnique(Page page, Tables.Good good) {
        Set<String> keys = new HashSet<>();
        return good.table().rows().stream().allMatch(r -> keys.add(Tables.cell(page, r.getFirst())));
    }

    private void askRows(Page page, Scope scope, Tables.Good good, Consumer<Find> out) {
        List<List<Span>> rows = good.table().rows();
        int asked = 0;
        // Spread over the rows, so that not each table gives its first parameter's type.
        for (int r = 1; r < rows.size() && asked < PER_TABLE; r += Math.max(1, (rows.size() - 1) / PER_TABLE)) {
            int row = r;
            int turn = asked + good.section().number();
            Optional<Integer> column = column(page, good, rows.get(row), turn);
            if (column.isPresent()) {
                offer(page, scope, good, rows.get(row), column.get(), out);
                asked++;
            }
        }
    }

    /** A column that can be asked about in this row; which of several depends on the turn. */
    private static Optional<Integer> column(Page page, Tables.Good good, List<Span> row, int turn) {
        String key = Script.fold(good.header().getFirst()).toLowerCase(Locale.ROOT);
        List<Integer> open = IntStream.range(1, row.size())
                .filter(c -> {
                    String kind = KINDS.getOrDefault(Script.fold(good.header().get(c)), "");
                    String cell = Tables.cell(page, row.get(c));
                    boolean names = NAMES.contains(key);
                    boolean fits = switch (kind) {
                        case "type", "default", "range" -> names;
                        case "role" -> names && Script.length(cell) >= 6;
                        case "meaning" -> Script.length(cell) >= 2;
                        default -> false;
                    };
                    return fits && !EMPTY.matcher(cell).matches();
                })
                .boxed()
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(turn % open.size()));
    }

    private void offer(Page page, Scope scope, Tables.Good good, List<Span> row, int column, Consumer<Find> out) {
        String key = Tables.cell(page, row.getFirst());
        String kind = KINDS.getOrDefault(Script.fold(good.header().get(column)), "role");
        String title = Script.fold(good.title()).matches(".*(?:表|一览|列表|清单)$")
                ? good.title().replaceFirst("(?:一览表|列表|一覽表|表|一览|清单)$", "")
                : good.title();
        String named = key.startsWith("`") || title.isEmpty() ? scope.beside(key) : scope.thing(title);
        if (named.isEmpty() || Script.length(key) < 2) {
            return;
        }
        String x = NAMES.contains(Script.fold(good.header().getFirst())) || key.startsWith("`")
                ? key
                : scope.join(good.header().getFirst(), key);
        out.accept(new Find(
                this,
                good.section(),
                Phrasing.of(scope, kind, named, Map.of("X", x)),
                Units.measured(page, good.header(), row, column)));
    }
}
