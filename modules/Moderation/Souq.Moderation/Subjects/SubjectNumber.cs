using System.Buffers.Binary;

namespace Souq.Moderation.Subjects;

/// <summary>What is no advert has no public number; its place among those that have waited equally long is made from its id.</summary>
public static class SubjectNumber
{
    public static long Of(Guid subjectId)
    {
        Span<byte> bytes = stackalloc byte[16];
        subjectId.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]) & long.MaxValue;
    }
}
