using System.Text;

namespace DataEngineer.Definitions.Naming;

/// <summary>The YAML word for a member: MaxAttempts is max_attempts, Utf8 is utf_8, Windows1252 is windows_1252.</summary>
internal static class SnakeCase
{
    public static string Of(string member)
    {
        var word = new StringBuilder(member.Length + 4);
        for (var i = 0; i < member.Length; i++)
        {
            var starts = char.IsUpper(member[i]) || (char.IsDigit(member[i]) && !char.IsDigit(member[i - 1]));
            if (starts && i > 0)
            {
                word.Append('_');
            }

            word.Append(char.ToLowerInvariant(member[i]));
        }

        return word.ToString();
    }
}
